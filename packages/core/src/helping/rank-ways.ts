import type { Instant } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import { contactProbability } from "../tie/contact-probability.ts";
import type { PairEvidence } from "../tie/evidence.ts";
import { helpingWeights } from "./helping-weights.ts";

export const wayKinds = ["ask", "goal", "milestone", "introduction"] as const;
export type WayKind = (typeof wayKinds)[number];

/** Something that somebody could do for another. */
export interface Way {
  readonly kind: WayKind;
  readonly id: string;
  /** How much they have to give here, in [0, 1]: see `askMatch`. */
  readonly capability: number;
  /** The other thought of them by name. */
  readonly named: boolean;
  /** Of the tie with the other; null where they were never in contact. */
  readonly evidence: PairEvidence | null;
}

const weights: Readonly<Record<WayKind, number>> = {
  ask: helpingWeights.wayAsk,
  goal: helpingWeights.wayGoal,
  milestone: helpingWeights.wayMilestone,
  introduction: helpingWeights.wayIntroduction,
};

/**
 * Ways to help, by what somebody can give.
 *
 *   score = weight of its kind * capability * (.3 + .7 P(90))
 *
 * Capability is at least .6 where the other named them. P(90), the chance of contact, stands for how
 * near the two are: help is given to people. Nothing of what either gave or got before enters, so
 * nobody is first because something would be due. Range [0, 1]; ties are broken by id. The weights
 * are provisional.
 */
export function rankWays<W extends Way>(
  ways: Iterable<W>,
  at: Instant,
  model: Model = defaultModel,
): (W & { readonly score: number })[] {
  const { wayStranger, wayNamed } = helpingWeights;
  return Array.from(ways, (way) => {
    const { evidence, named, capability, kind } = way;
    const inTouch = evidence
      ? contactProbability(evidence, at, model.bandHorizonDays, model)
      : null;
    const near = wayStranger + (1 - wayStranger) * (inTouch ?? 0);
    const able = named ? Math.max(wayNamed, capability) : capability;
    return { ...way, score: weights[kind] * able * near };
  }).sort((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1));
}
