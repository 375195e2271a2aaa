import type { Instant } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import type { PairEvidence } from "./evidence.ts";
import { tieWeight } from "./tie-weight.ts";

/**
 * Kappa: the shape of the waiting time until the next contact; what `strength` normalises.
 *
 *   kappa = kappaScale * U^0.75 / 6
 *
 * No unit; range [0, inf); 0 without evidence.
 */
export function tieKappa(evidence: PairEvidence, at: Instant, model: Model = defaultModel): number {
  return kappaOfWeight(tieWeight(evidence, at, model), model);
}

export function kappaOfWeight(weight: number, model: Model = defaultModel): number {
  return (model.kappaScale * weight ** model.kappaExponent) / model.kappaDivisor;
}

/**
 * Strength: how much contact has been built up between two people. It says "in use", not "close".
 *
 *   strength = kappa / (1 + kappa)
 *
 * No unit; range (0, 1). Undefined (null) without a contact day. The order of two pairs by strength
 * is the same at every `at`. Source: MODEL in the documentation (the tie clock); decayed sums as in
 * Ahmad, Porter & Beguerisse-Diaz (2021).
 */
export function strength(
  evidence: PairEvidence,
  at: Instant,
  model: Model = defaultModel,
): number | null {
  if (evidence.contactDays === 0) return null;
  const kappa = tieKappa(evidence, at, model);
  return kappa / (1 + kappa);
}
