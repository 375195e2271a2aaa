import type { Instant } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import type { Side } from "../pair.ts";
import { contactProbability } from "../tie/contact-probability.ts";
import type { PairEvidence } from "../tie/evidence.ts";
import { strength } from "../tie/strength.ts";
import { helpFlow } from "../tie/tie-weight.ts";

/** Why one side would help the other. Each reason in [0, 1). */
export interface Incentive {
  readonly value: number;
  readonly reasons: {
    /** Much has been built up between them. */
    readonly strength: number;
    /** They are in touch now: the chance of contact within 90 days. */
    readonly recency: number;
    /** The other has helped this side: received / (received + 1). */
    readonly helped: number;
  };
}

/**
 * Incentive of one side to help the other.
 *
 *   incentive = (strength + P(90) + received / (received + 1)) / 3
 *
 * Range [0, 1). Undefined (null) without a contact day. A plain mean of what is known, not fitted to
 * data: it says that there is a reason to help, not that somebody will.
 */
export function incentive(
  evidence: PairEvidence,
  side: Side,
  at: Instant,
  model: Model = defaultModel,
): Incentive | null {
  const built = strength(evidence, at, model);
  const recency = contactProbability(evidence, at, model.bandHorizonDays, model);
  if (built === null || recency === null) return null;
  const { received } = helpFlow(evidence, side, at, model);
  const helped = received / (received + 1);
  return {
    value: (built + recency + helped) / 3,
    reasons: { strength: built, recency, helped },
  };
}
