import fc from "fast-check";
import t from "tap";
import { localClock, localDay, startOfLocalDay, weekOf } from "./local-time.ts";

const iso = (at: number) => new Date(at).toISOString();
const at = (text: string) => Date.parse(text);
const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"];

t.test("a week begins on Monday at midnight where the person is", async (t) => {
  const week = (zone: string, text: string) => {
    const { startsAt, endsAt } = weekOf(zone, at(text));
    return [iso(startsAt), iso(endsAt)];
  };
  t.same(week("UTC", "2026-03-04T12:00:00Z"), [
    "2026-03-02T00:00:00.000Z",
    "2026-03-09T00:00:00.000Z",
  ]);
  t.same(
    week("Europe/Berlin", "2026-03-25T12:00:00Z"),
    ["2026-03-22T23:00:00.000Z", "2026-03-29T22:00:00.000Z"],
    "the week in which clocks go forward is an hour short",
  );
  t.same(week("Asia/Tokyo", "2026-03-01T15:00:00Z")[0], "2026-03-01T15:00:00.000Z");
});

t.test("a moment lies in its day and in its week, in every zone", async () => {
  const moment = fc.integer({ min: 0, max: 4_000_000_000_000 });
  fc.assert(
    fc.property(moment, fc.constantFrom(...zones), (at, zone) => {
      const day = localDay(zone, at);
      t.ok(startOfLocalDay(zone, day) <= at && at < startOfLocalDay(zone, day + 1));
      const { startsAt, endsAt } = weekOf(zone, at);
      t.ok(startsAt <= at && at < endsAt);
      t.equal(new Date(localClock(zone, startsAt)).getUTCDay(), 1);
    }),
    { numRuns: 300 },
  );
});
