import { daysBetween, type Instant, MS_PER_DAY } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import type { PairEvidence } from "./evidence.ts";

export type Trend = "new" | "growing" | "steady" | "cooling";

export const trends: readonly Trend[] = ["new", "growing", "steady", "cooling"];

/**
 * Trend ratio: the recent rate of contact over the long-run rate.
 *
 *   ratio = (U90 / 90) / (U365 / 365)
 *
 * Range (0, inf), 1 for a steady rhythm. Undefined (null) without a contact day. Taken in log
 * space, so that it stays exact after decades of silence.
 */
export function trendRatio(
  evidence: PairEvidence,
  at: Instant,
  model: Model = defaultModel,
): number | null {
  if (evidence.contactDays === 0) return null;
  const days = at / MS_PER_DAY;
  const log2Recent = evidence.log2RecentWeight - days / model.recentHalfLifeDays;
  const log2Weight = evidence.log2Weight - days / model.halfLifeDays;
  return 2 ** (log2Recent - log2Weight) * (model.halfLifeDays / model.recentHalfLifeDays);
}

/**
 * Trend: where a tie is going.
 *
 *   new        first contact under 30 days ago, or fewer than 3 contact days
 *   growing    ratio > 1.25        cooling    ratio < 0.8        steady    between
 *
 * Undefined (null) without a contact day.
 */
export function trend(
  evidence: PairEvidence,
  at: Instant,
  model: Model = defaultModel,
): Trend | null {
  const ratio = trendRatio(evidence, at, model);
  if (ratio === null || evidence.firstContactAt === null) return null;
  if (
    daysBetween(evidence.firstContactAt, at) < model.trendNewDays ||
    evidence.contactDays < model.trendNewContactDays
  ) {
    return "new";
  }
  if (ratio > model.trendGrowing) return "growing";
  return ratio < model.trendCooling ? "cooling" : "steady";
}
