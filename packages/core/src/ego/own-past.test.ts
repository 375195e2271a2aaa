import t from "tap";
import { againstOwnPast } from "../index.ts";

t.test("a value stands beside the median and the range of its own past", (t) => {
  t.same(againstOwnPast(0.75, [0.5, null, 0.25, 0.375, 0.5]), {
    value: 0.75,
    usual: 0.4375,
    lowest: 0.25,
    highest: 0.5,
    change: 0.3125,
  });
  t.match(againstOwnPast(1, [3, 2, 7]), { usual: 3, change: -2 });
  t.end();
});

t.test("without a past, or now undefined, nothing has changed", (t) => {
  t.match(againstOwnPast(0.5, [null]), { usual: null, lowest: null, highest: null, change: null });
  t.match(againstOwnPast(null, [0.5]), { value: null, usual: 0.5, change: null });
  t.end();
});
