import type { Instant } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import type { Side } from "../pair.ts";
import type { PairEvidence } from "./evidence.ts";
import { contactFlow } from "./tie-weight.ts";

/**
 * Initiative share: the part of the pair's contact that this side starts.
 *
 *   share = (D_out + 0.5) / (D_out + D_in + 1)
 *
 * Range (0, 1); the shares of the two sides add up to 1; drifts to 1/2 as evidence fades.
 * Undefined (null) without a contact day.
 */
export function initiativeShare(
  evidence: PairEvidence,
  side: Side,
  at: Instant,
  model: Model = defaultModel,
): number | null {
  if (evidence.contactDays === 0) return null;
  const { given, received } = contactFlow(evidence, side, at, model);
  return (given + model.initiativePrior) / (given + received + 2 * model.initiativePrior);
}
