import { isCalendarDay, type MilestoneDate, yearlyKinds } from "@kith/core";
import { Problem } from "../../errors.ts";

/** `2026-03-02`, or `--03-02` without a year. */
export function readDate(text: string, kind: string, yearly: boolean | undefined): MilestoneDate {
  const [, yearText = "", month = "", day = ""] = /^(-|\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const year = yearText === "-" ? null : Number(yearText);
  const date = { year, month: Number(month), day: Number(day) };
  if (!isCalendarDay(date)) throw invalid("/date", "must be a day of the calendar");
  if (year !== null && (year < 1850 || year > 2199)) {
    throw invalid("/date", "must be of a year from 1850 to 2199");
  }
  const comesBack = yearly ?? (year === null || yearlyKinds.has(kind));
  if (year === null && !comesBack) {
    throw invalid("/date", "must have its year, or come back every year");
  }
  return { ...date, yearly: comesBack };
}

const invalid = (pointer: string, detail: string) =>
  new Problem("invalid_request", "The date is not one that a milestone can have.", {
    errors: [{ pointer, detail }],
  });

const digits = (value: number, count: number) => String(value).padStart(count, "0");

export const writeDate = ({ year, month, day }: Omit<MilestoneDate, "yearly">): string =>
  `${year === null ? "-" : digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
