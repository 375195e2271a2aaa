/** Milliseconds since 1970-01-01T00:00Z. Core has no clock: every `at` comes from the caller. */
export type Instant = number;

/** UTC days since 1970-01-01: an integer that names a calendar day. */
export type Day = number;

export const MS_PER_DAY = 86_400_000;

/** The UTC day on which an instant falls. */
export function dayOf(at: Instant): Day {
  return Math.floor(at / MS_PER_DAY);
}

/** The first instant of a day. */
export function startOfDay(day: Day): Instant {
  return day * MS_PER_DAY;
}

/** Days from one instant to another, with fraction; negative when `to` is earlier. */
export function daysBetween(from: Instant, to: Instant): number {
  return (to - from) / MS_PER_DAY;
}
