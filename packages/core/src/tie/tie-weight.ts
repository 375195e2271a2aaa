import { type Instant, MS_PER_DAY } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import type { Side } from "../pair.ts";
import type { PairEvidence } from "./evidence.ts";

/**
 * Weight: how much contact there has been, the recent counting more.
 *
 *   U(at) = sum over contact days d of 2^(-(at - d) / halfLife)        d = start of the UTC day
 *
 * Unit: contact days; range [0, inf). 0 without evidence. Several contacts on one day count once:
 * days with contact predict better than counts of events (Urena-Carrion, Saramaki & Kivela 2020).
 * The order of two pairs by weight is the same at every `at`.
 */
export function tieWeight(
  evidence: PairEvidence,
  at: Instant,
  model: Model = defaultModel,
): number {
  return decayed(evidence.log2Weight, at, model.halfLifeDays);
}

/** The same sum with the short half-life (U90 in the default model). */
export function recentWeight(
  evidence: PairEvidence,
  at: Instant,
  model: Model = defaultModel,
): number {
  return decayed(evidence.log2RecentWeight, at, model.recentHalfLifeDays);
}

/** A pair's directed weights as one side sees them. */
export interface Flow {
  /** From this side to the other. */
  readonly given: number;
  readonly received: number;
}

/** Weight per direction: days on which this side reached out (given), and was reached (received). */
export function contactFlow(
  evidence: PairEvidence,
  side: Side,
  at: Instant,
  model: Model = defaultModel,
): Flow {
  return flow(evidence.log2WeightAb, evidence.log2WeightBa, side, at, model);
}

/** The same over help only: days on which this side helped (given), and was helped (received). */
export function helpFlow(
  evidence: PairEvidence,
  side: Side,
  at: Instant,
  model: Model = defaultModel,
): Flow {
  return flow(evidence.log2HelpAb, evidence.log2HelpBa, side, at, model);
}

function flow(log2Ab: number, log2Ba: number, side: Side, at: Instant, model: Model): Flow {
  const ab = decayed(log2Ab, at, model.halfLifeDays);
  const ba = decayed(log2Ba, at, model.halfLifeDays);
  return side === "a" ? { given: ab, received: ba } : { given: ba, received: ab };
}

function decayed(log2Sum: number, at: Instant, halfLifeDays: number): number {
  return 2 ** (log2Sum - at / MS_PER_DAY / halfLifeDays);
}
