import type { Random } from "./random.ts";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;

/** The simulated period. A day is an integer: UTC days since the epoch. */
export interface Calendar {
  /** First and last instant, milliseconds since the epoch; `end` is not included. */
  start: number;
  end: number;
  firstDay: number;
  lastDay: number;
}

export function createCalendar(start: number, days: number): Calendar {
  const end = start + days * DAY_MS;
  return {
    start,
    end,
    firstDay: Math.floor(start / DAY_MS),
    lastDay: Math.floor((end - 1) / DAY_MS),
  };
}

/** 0 = Monday … 6 = Sunday (day 0, 1 January 1970, was a Thursday). */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
export const yearOf = (day: number): number => Number(dateOf(day).slice(0, 4));
export const monthDayOf = (day: number): string => dateOf(day).slice(5);
export const dayOf = (year: number, month: number, dayOfMonth: number): number =>
  Date.UTC(year, month - 1, dayOfMonth) / DAY_MS;

/** Weekends and the days between Christmas and New Year are free. */
export function isWorkday(day: number): boolean {
  const date = monthDayOf(day);
  return weekdayOf(day) < 5 && date !== "01-01" && !(date >= "12-24" && date <= "12-31");
}

/** How much of the usual traffic a day sees: people are away in August and around New Year. */
export function seasonOf(day: number): number {
  const month = monthDayOf(day).slice(0, 2);
  if (month === "08") return 0.6;
  return month === "12" ? 0.8 : 1;
}

export function nextWorkday(day: number): number {
  let next = day;
  while (!isWorkday(next)) next++;
  return next;
}

const atLocal = (random: Random, day: number, hour: number, utcOffsetHours: number): number =>
  day * DAY_MS +
  Math.round((hour - utcOffsetHours) * 60) * MINUTE_MS +
  random.integer(0, 59) * 1000;

/** Working hours: two humps, at half past ten and at three, and a few early or late ones. */
export function workTime(random: Random, day: number, utcOffsetHours: number): number {
  const hump = random.chance(0.55) ? 10.5 : 15;
  const hour = Math.min(19.5, Math.max(7.5, hump + 1.4 * random.normal()));
  return atLocal(random, day, hour, utcOffsetHours);
}

/** Evenings on working days; late mornings to evenings on free ones. */
export function leisureTime(random: Random, day: number, utcOffsetHours: number): number {
  const hour = isWorkday(day)
    ? random.chance(0.25)
      ? random.between(12, 13.5)
      : Math.min(23.4, Math.max(17, 20 + 1.6 * random.normal()))
    : Math.min(23.4, Math.max(8.5, 15 + 3.2 * random.normal()));
  return atLocal(random, day, hour, utcOffsetHours);
}
