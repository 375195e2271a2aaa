/** Spans of days in plain words, one way everywhere. */
export function spell(count: number, unit: string): string {
  const whole = Math.round(count);
  return `${whole} ${unit}${whole === 1 ? "" : "s"}`;
}

export function ago(days: number): string {
  if (days < 1) return "today";
  return Math.round(days) === 1 ? "yesterday" : `${spell(days, "day")} ago`;
}

export const ahead = (days: number): string =>
  days < 1 ? "within a day" : `in ${spell(days, "day")}`;

/** As `ago`, in the unit that fits: months after two months, years after two years. */
export function roughlyAgo(days: number): string {
  if (days < 60) return ago(days);
  if (days < 730) return `${spell(days / 30.44, "month")} ago`;
  return `${spell(days / 365.25, "year")} ago`;
}
