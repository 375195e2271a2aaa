import type { PairEvidence } from "../tie/evidence.ts";

/**
 * Reciprocity: how even the flows of a pair are.
 *
 *   reciprocity = 2 min(D_ab, D_ba) / (D_ab + D_ba)
 *
 * Range [0, 1], the same for both sides, the same at every moment (both flows decay alike).
 * Undefined (null) when nothing flowed. Source: Squartini, Picciolo, Ruzzenenti & Garlaschelli
 * 2013, dyad form. It does not predict that a tie lasts (measured: about 0), so it is no part of
 * strength.
 */
export function contactReciprocity(evidence: PairEvidence): number | null {
  return evenness(evidence.log2WeightAb, evidence.log2WeightBa);
}

/** The same over help: 1 when both help as much, 0 when one side only gives. */
export function helpReciprocity(evidence: PairEvidence): number | null {
  return evenness(evidence.log2HelpAb, evidence.log2HelpBa);
}

// 2 min / sum = 2 / (1 + max / min), and max / min is a difference of logarithms.
function evenness(log2Ab: number, log2Ba: number): number | null {
  const high = Math.max(log2Ab, log2Ba);
  if (high === -Infinity) return null;
  return 2 / (1 + 2 ** (high - Math.min(log2Ab, log2Ba)));
}
