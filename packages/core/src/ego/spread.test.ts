import fc from "fast-check";
import t from "tap";
import { concentration, diversity } from "../index.ts";

t.test("concentration is the share of the top five", (t) => {
  t.equal(concentration([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), 0.5);
  t.equal(concentration([9, 1, 1, 1, 1, 1, 6]), 18 / 20);
  t.equal(concentration([3]), 1);
  t.equal(concentration([]), null);
  t.equal(concentration([0, 0]), null);
  t.end();
});

t.test("diversity counts places, not people, and says how much it knows", (t) => {
  const at = (weight: number, ...groups: string[]) => ({ weight, groups });
  t.same(diversity([at(1, "x"), at(1, "y"), at(2)]), {
    heterogeneity: 0.5,
    effectiveGroups: 2,
    knownShare: 0.5,
  });
  t.match(diversity([at(1, "x"), at(5, "x")]), { heterogeneity: 0, effectiveGroups: 1 });
  t.match(diversity([at(1, "x", "y", "y")]), { effectiveGroups: 2 }, "shared equally");
  t.equal(diversity([at(1)]), null);
  t.equal(diversity([]), null);
  t.end();
});

t.test("diversity lies between one place and as many as there are", (t) => {
  const alter = fc.record({
    weight: fc.double({ min: 0.001, max: 100, noNaN: true }),
    groups: fc.array(fc.constantFrom("x", "y", "z"), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(alter, { minLength: 1 }), (alters) => {
      const found = diversity(alters);
      const places = new Set(alters.flatMap(({ groups }) => groups)).size;
      if (found === null) return places === 0;
      const { heterogeneity, effectiveGroups, knownShare } = found;
      const isSane = heterogeneity >= 0 && heterogeneity < 1 && knownShare > 0 && knownShare <= 1;
      return isSane && effectiveGroups >= 1 - 1e-12 && effectiveGroups <= places + 1e-9;
    }),
  );
  t.end();
});
