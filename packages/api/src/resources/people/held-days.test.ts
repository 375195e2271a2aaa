import fc from "fast-check";
import t from "tap";
import { dayNumber, heldDays, isHeldOn } from "./held-days.ts";

const two = (n: number) => String(n).padStart(2, "0");
const day = fc
  .tuple(
    fc.integer({ min: 2019, max: 2022 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`);
const partial = fc.oneof(
  fc.constant(null),
  fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length)),
);

t.test("the range of a position's days holds a day exactly when the position does", async (t) => {
  fc.assert(
    fc.property(partial, partial, day, (from, to, day) => {
      const range = heldDays({ from, to });
      const [first = Infinity, last = -Infinity] = range?.match(/\d+/g)?.map(Number) ?? [];
      const isIn = range === null || (first <= dayNumber(day) && dayNumber(day) <= last);
      return t.equal(isIn, isHeldOn({ from, to }, day), `${from} ${to} ${day}`);
    }),
  );
});
