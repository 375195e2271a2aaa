import type { Position } from "./profile.ts";

type Days = Partial<Pick<Position, "from" | "to">>;

/** Dates may be of a year or a month alone: such an end is the last day of it. */
export const isHeldOn = ({ from, to }: Days, day: string): boolean =>
  (from ?? day) <= day && (to ?? day) >= day.slice(0, to?.length);

/** A day (`2026-11-22`) as the number 20261122: years and months are ranges of them. */
export const dayNumber = (day: string): number => Number(day.replaceAll("-", ""));

/** The days of a position as an int4range of their numbers; null when nothing limits them. */
export function heldDays({ from = null, to = null }: Days): string | null {
  if (from === null && to === null) return null;
  const number = (date: string, rest: string) =>
    dayNumber(date.replaceAll("-", "").padEnd("YYYYMMDD".length, rest));
  const [first, last] = [number(from ?? "0", "0"), number(to ?? "9", "9")];
  return first <= last ? `[${first},${last}]` : "empty";
}
