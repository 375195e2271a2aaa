import type { Instant } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import type { Side } from "../pair.ts";
import type { PairEvidence } from "../tie/evidence.ts";
import { contactFlow, type Flow, helpFlow } from "../tie/tie-weight.ts";

/**
 * Balance: which way the flow goes, as one side sees it.
 *
 *   balance = (given - received) / (given + received + 1)
 *
 * Range (-1, 1): positive when this side gives more; shrunk to 0 for little or old evidence. The
 * other side's is its negative. Undefined (null) when nothing flowed. Never shown to a member as a
 * debt, and never one person's to another.
 */
export function contactBalance(
  evidence: PairEvidence,
  side: Side,
  at: Instant,
  model: Model = defaultModel,
): number | null {
  if (evidence.contactDays === 0) return null;
  return signed(contactFlow(evidence, side, at, model), model);
}

/** The same over help. */
export function helpBalance(
  evidence: PairEvidence,
  side: Side,
  at: Instant,
  model: Model = defaultModel,
): number | null {
  if (evidence.helpDaysAb + evidence.helpDaysBa === 0) return null;
  return signed(helpFlow(evidence, side, at, model), model);
}

function signed({ given, received }: Flow, model: Model): number {
  return (given - received) / (given + received + model.balancePrior);
}
