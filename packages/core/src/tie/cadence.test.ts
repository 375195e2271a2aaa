import t from "tap";
import { cadence, emptyEvidence, MS_PER_DAY, rebuildPair } from "../index.ts";

const DAY = MS_PER_DAY;
const onDays = (...days: number[]) =>
  rebuildPair(days.map((day) => ({ type: "call", from: "a", to: "b", occurredAt: day * DAY })));

t.test("expects the mean gap, shrunk to 14 days", (t) => {
  t.equal(cadence(onDays(100), 100 * DAY).expectedDays, 14);
  t.equal(cadence(onDays(100, 110, 120), 120 * DAY).expectedDays, 34 / 3);
  t.end();
});

t.test("is due after the expected days, and overdue only beyond that", (t) => {
  const evidence = onDays(100);
  t.equal(cadence(evidence, 114 * DAY).dueAt, 114 * DAY);
  t.equal(cadence(evidence, 114 * DAY).overdueDays, 0);
  t.equal(cadence(evidence, 115.5 * DAY).overdueDays, 1.5);
  t.end();
});

t.test("a declared ideal overrides what was measured, a maximum alone does too", (t) => {
  const evidence = onDays(100);
  const ideal = cadence(evidence, 130 * DAY, { ideal: 7, max: 60 });
  t.match(ideal, { expectedDays: 14, declaredDays: 7, dueAt: 107 * DAY, overdueDays: 23 });
  const max = cadence(evidence, 130 * DAY, { ideal: null, max: 60 });
  t.match(max, { declaredDays: 60, dueAt: 160 * DAY, overdueDays: 0 });
  t.end();
});

t.test("nothing is due between people who never met, even with a declared cadence", (t) => {
  t.same(cadence(emptyEvidence, 0, { ideal: 7, max: null }), {
    expectedDays: null,
    declaredDays: 7,
    lastContactAt: null,
    dueAt: null,
    overdueDays: null,
  });
  t.end();
});
