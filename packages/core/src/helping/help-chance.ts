import { daysBetween, type Instant } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import type { Side } from "../pair.ts";
import {
  contactProbability,
  reachOutProbability,
  silenceDays,
} from "../tie/contact-probability.ts";
import type { PairEvidence } from "../tie/evidence.ts";

/** How likely somebody is to help another soon, as two factors. */
export interface HelpChance {
  /** How much the two are in touch: the chance of contact within the horizon. */
  readonly warmth: number;
  /** How much of that is this side's doing, and how lately they were seen with anyone. */
  readonly willingness: number;
  /** warmth * willingness: what helpers are ranked by. */
  readonly chance: number;
}

/**
 * Help chance: whom to expect help from.
 *
 *   chance      = reach(N) / (1 + r / 30)           r = days since this side was seen with anyone
 *   warmth      = P(N), the chance of contact of the two
 *   willingness = chance / warmth
 *
 * reach(N) is the chance that this side contacts the other (`reachOutProbability`); N = 90 days.
 * Range [0, 1); for ranking only: it is no calibrated chance of help. Undefined (null) without a
 * contact day. Ranked by it, who helped next stood higher than by popularity, recency or frequency
 * on each set of real help (docs/validation.md). What somebody does with others enters, so it ranks
 * inside a server and is not shown. How much somebody helps others was tried as a further factor
 * and left out: better on one set of three, and worse where the log is of messages.
 */
export function helpChance(
  evidence: PairEvidence,
  side: Side,
  seenAt: Instant | null,
  at: Instant,
  model: Model = defaultModel,
): HelpChance | null {
  const warmth = contactProbability(evidence, at, model.bandHorizonDays, model);
  const reach = reachOutProbability(evidence, side, at, model.bandHorizonDays, model);
  const silence = silenceDays(evidence, at);
  if (warmth === null || reach === null || silence === null) return null;
  const chance = reach * presence(seenAt, at, silence, model);
  return { warmth, willingness: warmth > 0 ? chance / warmth : 0, chance };
}

/** 1 / (1 + r / 30), r being no longer than the silence that is known of. */
export function presence(
  seenAt: Instant | null,
  at: Instant,
  silence: number,
  model: Model = defaultModel,
): number {
  const unseen = seenAt === null ? silence : Math.max(0, daysBetween(seenAt, at));
  return 1 / (1 + Math.min(silence, unseen) / model.personSeenDays);
}
