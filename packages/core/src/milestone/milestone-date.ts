import type { Day } from "../instant.ts";

/** Kinds of milestones that every tenant has; a platform can name kinds of its own. */
export const milestoneKinds = [
  "newJob",
  "promotion",
  "birthday",
  "workAnniversary",
  "publication",
  "award",
  "graduation",
] as const;

/** Kinds that come back every year unless it is said otherwise. */
export const yearlyKinds: ReadonlySet<string> = new Set(["birthday", "workAnniversary"]);

/** On which day: of one year, or of every year from that one on (of any, where it is null). */
export interface MilestoneDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly yearly: boolean;
}

export const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Whether there is such a day; without a year, in any year. */
export const isCalendarDay = ({ year, month, day }: Omit<MilestoneDate, "yearly">): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year ?? 2000, month);

/** Day of the proleptic Gregorian calendar, by counting from 1 March (Hinnant's `days_from_civil`). */
export function calendarDay(year: number, month: number, day: number): Day {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The year that a day is in. */
export function yearOf(day: Day): number {
  const guess = 1970 + Math.floor(day / 365.2425);
  if (day < calendarDay(guess, 1, 1)) return guess - 1;
  return day >= calendarDay(guess + 1, 1, 1) ? guess + 1 : guess;
}

/**
 * The day on which a milestone is in a year; null for none. One of 29 February is on 1 March where
 * the year has no such day: late rather than early, because in many places an early wish is bad luck.
 */
export function occurrenceIn({ year, month, day, yearly }: MilestoneDate, of: number): Day | null {
  if (year !== null && (yearly ? of < year : of !== year)) return null;
  const isLeapDay = month === 2 && day === 29;
  return isLeapDay && !isLeapYear(of) ? calendarDay(of, 3, 1) : calendarDay(of, month, day);
}

/** All days on which a milestone is, from one day to another, both included. */
export function occurrencesBetween(date: MilestoneDate, since: Day, until: Day): Day[] {
  const found: Day[] = [];
  const first = date.yearly ? yearOf(since) : (date.year ?? yearOf(since));
  const last = date.yearly ? yearOf(until) : first;
  for (let year = first; year <= last; year++) {
    const on = occurrenceIn(date, year);
    if (on !== null && on >= since && on <= until) found.push(on);
  }
  return found;
}

/** The next day on which a milestone is, from a day on; null when there is none any more. */
export function nextOccurrence(date: MilestoneDate, from: Day): Day | null {
  const first = date.year === null ? from : Math.max(from, calendarDay(date.year, 1, 1));
  return occurrencesBetween(date, from, first + 2 * 366)[0] ?? null;
}
