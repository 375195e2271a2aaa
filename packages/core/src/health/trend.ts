import type { HealthReading } from "./dimension.ts";

/** Where a dimension is going, against the same person's own past. */
export interface HealthTrend {
  readonly direction: "up" | "level" | "down";
  /** The value a quarter (91 days) and a year (364 days) before; null where too little was known. */
  readonly quarterAgo: number | null;
  readonly yearAgo: number | null;
}

export const trendDirections = ["up", "level", "down"] as const;

/**
 * Trend: the change since the older of the two moments of which a value is known.
 *
 *   direction = level if |value - then| < the least change that counts, else up or down
 *
 * Undefined (null) without a value now or before. It is about the number: whether up is better
 * depends on the dimension.
 */
export function healthTrend(
  now: HealthReading,
  quarterAgo: HealthReading,
  yearAgo: HealthReading,
  leastChange: number,
): HealthTrend | null {
  const then = yearAgo.value ?? quarterAgo.value;
  if (now.value === null || then === null) return null;
  const change = now.value - then;
  // Counts of thirds and sixths differ by rounding; a change of exactly the least one counts.
  const counts = Math.abs(change) >= leastChange - 1e-9;
  const direction = !counts ? "level" : change > 0 ? "up" : "down";
  return { direction, quarterAgo: quarterAgo.value, yearAgo: yearAgo.value };
}
