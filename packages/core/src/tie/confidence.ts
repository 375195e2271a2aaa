import { defaultModel, type Model } from "../model/model.ts";
import type { PairEvidence } from "./evidence.ts";

/**
 * Confidence: how much evidence the measures of a tie stand on. It is not a probability.
 *
 *   confidence = n / (n + 4) * (1 + T / (T + 30)) / 2      n = contact days
 *                                                          T = days from first to last contact day
 *
 * Range [0, 1): 0 without a contact day, .1 after one, .3 after four within two weeks, .9 after a
 * weekly contact for a year. Grows with n and with T, never shrinks as time passes. Never undefined.
 */
export function confidence(evidence: PairEvidence, model: Model = defaultModel): number {
  const { contactDays, firstDay, lastDay } = evidence;
  if (contactDays === 0 || firstDay === null || lastDay === null) return 0;
  const span = lastDay - firstDay;
  const counted = contactDays / (contactDays + model.confidenceContactDays);
  return (counted * (1 + span / (span + model.confidenceSpanDays))) / 2;
}
