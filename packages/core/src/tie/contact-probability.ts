import { daysBetween, type Instant } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import type { Side } from "../pair.ts";
import type { PairEvidence } from "./evidence.ts";
import { initiativeShare } from "./initiative.ts";
import { tieKappa } from "./strength.ts";

/**
 * Silence: days since the last contact in either direction, with fraction.
 * Range [0, inf); undefined (null) without a contact.
 */
export function silenceDays(evidence: PairEvidence, at: Instant): number | null {
  if (evidence.lastContactAt === null) return null;
  return Math.max(0, daysBetween(evidence.lastContactAt, at));
}

/**
 * Contact probability: the chance of at least one contact of the pair within the next N days.
 *
 *   P(N) = 1 - ((s + 10) / (s + 10 + N))^kappa          s = days since the last contact
 *
 * Range [0, 1); grows with N. Undefined (null) without a contact day. A Lomax waiting time whose
 * hazard is kappa / (s + 10): power-law forgetting (Anderson & Schooler 1991) with uncertain rate.
 */
export function contactProbability(
  evidence: PairEvidence,
  at: Instant,
  horizonDays: number,
  model: Model = defaultModel,
): number | null {
  const silence = silenceDays(evidence, at);
  if (silence === null) return null;
  return lomax(tieKappa(evidence, at, model), silence, horizonDays, model);
}

/**
 * Reach-out probability: the chance that the given side contacts the other within N days.
 * The same formula with kappa times that side's initiative share. Undefined as above.
 */
export function reachOutProbability(
  evidence: PairEvidence,
  side: Side,
  at: Instant,
  horizonDays: number,
  model: Model = defaultModel,
): number | null {
  const silence = silenceDays(evidence, at);
  const share = initiativeShare(evidence, side, at, model);
  if (silence === null || share === null) return null;
  return lomax(tieKappa(evidence, at, model) * share, silence, horizonDays, model);
}

/** 1 - ((s + o) / (s + o + N))^kappa, by expm1/log1p so that small chances keep their digits. */
export function lomax(
  kappa: number,
  silence: number,
  horizonDays: number,
  model: Model = defaultModel,
): number {
  if (!(horizonDays >= 0)) {
    throw new RangeError(`The horizon is ${horizonDays} days. Give 0 or more.`);
  }
  return -Math.expm1(-kappa * Math.log1p(horizonDays / (silence + model.silenceOffsetDays)));
}
