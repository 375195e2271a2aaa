import fc from "fast-check";
import t from "tap";
import {
  calendarDay,
  isCalendarDay,
  type MilestoneDate,
  nextOccurrence,
  occurrenceIn,
  occurrencesBetween,
  yearOf,
} from "./milestone-date.ts";

const dayMs = 86_400_000;
const year = fc.integer({ min: 1850, max: 2199 });
const utc = (y: number, month: number, day: number) => Date.UTC(y, month - 1, day) / dayMs;

const date: fc.Arbitrary<MilestoneDate> = fc
  .record({
    year: fc.option(year),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    yearly: fc.boolean(),
  })
  .map((given) => ({ ...given, yearly: given.yearly || given.year === null }))
  .filter(isCalendarDay);

t.test("days are those of the calendar", async (t) => {
  fc.assert(
    fc.property(fc.integer({ min: -50_000, max: 90_000 }), (day) => {
      const found = new Date(day * dayMs);
      const [y, month] = [found.getUTCFullYear(), found.getUTCMonth() + 1];
      return calendarDay(y, month, found.getUTCDate()) === day && yearOf(day) === y;
    }),
    { numRuns: 2_000 },
  );
  t.pass();
});

t.test("there is a day exactly when the calendar keeps it as it is", async (t) => {
  fc.assert(
    fc.property(
      year,
      fc.integer({ min: -1, max: 14 }),
      fc.integer({ min: -1, max: 33 }),
      (y, month, day) => {
        const kept = new Date(Date.UTC(y, month - 1, day));
        const isSame = kept.getUTCMonth() + 1 === month && kept.getUTCDate() === day;
        return isCalendarDay({ year: y, month, day }) === isSame;
      },
    ),
    { numRuns: 2_000 },
  );
  t.ok(isCalendarDay({ year: null, month: 2, day: 29 }));
  t.notOk(isCalendarDay({ year: 2100, month: 2, day: 29 }));
});

t.test("a leap day is on 1 March in other years", async (t) => {
  const birthday = { year: 2000, month: 2, day: 29, yearly: true };
  t.equal(occurrenceIn(birthday, 2024), utc(2024, 2, 29));
  t.equal(occurrenceIn(birthday, 2026), utc(2026, 3, 1));
  t.equal(occurrenceIn(birthday, 1999), null, "not before it began");
  t.same(occurrencesBetween(birthday, utc(2026, 2, 28), utc(2026, 3, 1)), [utc(2026, 3, 1)]);
});

t.test("one of a year is once, and one of every year is once in each", async (t) => {
  fc.assert(
    fc.property(date, year, (given, y) => {
      const found = occurrencesBetween(given, utc(y, 1, 1), utc(y, 12, 31));
      const on = occurrenceIn(given, y);
      return on === null ? found.length === 0 : found.length === 1 && found[0] === on;
    }),
    { numRuns: 1_000 },
  );
  t.pass();
});

t.test("the next one is the first that is not past", async (t) => {
  fc.assert(
    fc.property(date, fc.integer({ min: -40_000, max: 80_000 }), (given, from) => {
      const next = nextOccurrence(given, from);
      const all = occurrencesBetween(given, from, from + 500 * 366);
      return next === (all[0] ?? null);
    }),
    { numRuns: 500 },
  );
  t.pass();
});
