import t from "tap";
import { averagePrecision, mean } from "./ranking.ts";

t.test("average precision on cases worked by hand, equal scores together", (t) => {
  t.equal(averagePrecision([3, 2, 1], [true, false, true]), (1 + 2 / 3) / 2);
  t.equal(averagePrecision([1, 1], [true, false]), 0.5);
  t.equal(averagePrecision([1], [false]), null);
  t.end();
});

t.test("a mean leaves out what is undefined", (t) => {
  t.equal(mean([1, null, 2]), 1.5);
  t.equal(mean([null]), null);
  t.end();
});
