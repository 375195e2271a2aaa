import assert from "node:assert/strict";
import fc from "fast-check";
import t from "tap";
import {
  type HealthBand,
  type HealthDimensionName,
  healthBands,
  healthDimensionNames,
  healthOverview,
  type OverviewPerson,
  overviewFloor,
  type Readings,
} from "../index.ts";

const floor = overviewFloor;
const name: HealthDimensionName = "freshness";

const person = (group: string | null, band: HealthBand, value: number | null): OverviewPerson => ({
  group,
  readings: Object.fromEntries(
    healthDimensionNames.map((each) => [
      each,
      { value, band, code: "", figures: {}, nextSteps: [] },
    ]),
  ) as unknown as Readings,
});

const people = fc.array(
  fc
    .record({
      group: fc.constantFrom("x", "y", "z", null),
      band: fc.constantFrom(...healthBands),
      value: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ group, band, value }) => person(group, band, band === "unknown" ? null : value)),
  { maxLength: 60 },
);

t.test(
  "no figure is about fewer people than the floor, in a group or in what it leaves",
  async () => {
    fc.assert(
      fc.property(people, (given) => {
        const { groups, dimensions } = healthOverview(given);
        for (const { group, people } of groups) {
          assert.ok(people >= floor);
          if (group === null) continue;
          assert.equal(people, given.filter((each) => each.group === group).length, "whole groups");
        }
        const published = groups.reduce((sum, { people }) => sum + people, 0);
        assert.ok(published === given.length || published === 0, "everybody is in one group");
        assert.equal(dimensions === null, given.length < floor);
      }),
    );
  },
);

t.test("the order of the people changes nothing", async () => {
  fc.assert(
    fc.property(
      people.chain((given) =>
        fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
      ),
      ([given, shuffled]) => assert.deepEqual(healthOverview(shuffled), healthOverview(given)),
    ),
  );
});

/** The counts of a band in each group, as a world that an attacker has to consider. */
const worldOf = (sizes: readonly number[], counts: readonly number[]): OverviewPerson[] =>
  sizes.flatMap((size, g) =>
    Array.from({ length: size }, (_, i) => {
      const isIn = i < (counts[g] ?? 0);
      return person(`g${g}`, isIn ? "worthALook" : "steady", isIn ? 0 : 1);
    }),
  );

function* worlds(sizes: readonly number[]): Generator<number[]> {
  const [size, ...others] = sizes;
  if (size === undefined) return yield [];
  for (const counts of worlds(others)) for (let c = 0; c <= size; c++) yield [c, ...counts];
}

/**
 * The attack: whoever knows the groups, everything published and how it is made goes through every
 * world that fits. Within a group people are interchangeable, so a person's band is known only if in
 * all these worlds the whole group is alike.
 */
t.setTimeout(120_000);

t.test("nobody's band follows from all that is published, groups and total together", async () => {
  const sizes = fc.array(fc.integer({ min: 3, max: 13 }), { minLength: 1, maxLength: 2 });
  const hidden = sizes.chain((sizes) =>
    fc.tuple(
      fc.constant(sizes),
      fc.tuple(...sizes.map((size) => fc.oneof(fc.constantFrom(0, size, size - 1), fc.nat(size)))),
    ),
  );
  const memo = new Map<string, Map<string, number[][]>>();
  const fitting = (sizes: readonly number[], published: string): number[][] => {
    const known = memo.get(sizes.join()) ?? new Map<string, number[][]>();
    if (known.size === 0) {
      for (const counts of worlds(sizes)) {
        const seen = JSON.stringify(healthOverview(worldOf(sizes, counts)).groups.map(view));
        known.set(seen, [...(known.get(seen) ?? []), counts]);
      }
      memo.set(sizes.join(), known);
    }
    return known.get(published) ?? [];
  };
  fc.assert(
    fc.property(hidden, ([sizes, counts]) => {
      const overview = healthOverview(worldOf(sizes, counts as number[]));
      const possible = fitting(sizes, JSON.stringify(overview.groups.map(view)));
      assert.ok(possible.length > 0);
      for (const [g, size] of sizes.entries()) {
        assert.ok(!possible.every((world) => world[g] === 0), `g${g} is known to hold none`);
        assert.ok(!possible.every((world) => world[g] === size), `g${g} is known to be all alike`);
      }
    }),
    { numRuns: 40 },
  );
});

const view = ({
  group,
  people,
  dimensions,
}: ReturnType<typeof healthOverview>["groups"][number]) => [group, people, dimensions[name]];

t.test("the total is made of what the groups publish, and of nothing else", async () => {
  fc.assert(
    fc.property(people, people, (one, other) => {
      const [x, y] = [healthOverview(one), healthOverview(other)];
      if (JSON.stringify(x.groups) === JSON.stringify(y.groups) && x.groups.length > 0) {
        assert.deepEqual(x.dimensions, y.dimensions);
      }
      for (const { shares } of Object.values(x.dimensions ?? {})) {
        for (const share of Object.values(shares)) assert.ok(share >= 0.05 && share <= 0.95);
      }
    }),
  );
});

t.test(
  "a group that is too small joins the others, and takes one with it where it must",
  async (t) => {
    const many = (group: string | null, count: number) =>
      Array.from({ length: count }, () => person(group, "steady", 0.5));
    const sizes = (given: OverviewPerson[]) =>
      healthOverview(given).groups.map(({ group, people }) => [group, people]);
    t.same(sizes([...many("x", 20), ...many("y", 12), ...many("z", 3)]), [
      ["x", 20],
      [null, 15],
    ]);
    t.same(sizes([...many("x", 20), ...many("y", 12)]), [
      ["x", 20],
      ["y", 12],
    ]);
    t.same(sizes([...many("x", 20), ...many(null, 11)]), [
      ["x", 20],
      [null, 11],
    ]);
    t.same(sizes([...many("x", 12), ...many(null, 2)]), [[null, 14]]);
    t.same(sizes(many("x", 9)), []);
    t.match(healthOverview(many("x", 20)).dimensions?.freshness, {
      shares: { steady: 0.9, thriving: 0.1 },
      median: 0.5,
    });
  },
);
