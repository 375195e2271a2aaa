import fc from "fast-check";
import t, { type Test } from "tap";
import { type Simulation, simulate } from "./simulate.ts";

const DAY_MS = 86_400_000;
const start = Date.UTC(2024, 10, 1, 9, 30);
const options = { seed: 1, people: 300, start, days: 730 };
const world = simulate(options);

function checkWhole(
  t: Pick<Test, "equal" | "strictSame">,
  { people, interactions }: Simulation,
  end: number,
  from: number,
) {
  const ids = new Set(people.map((person) => person.externalId));
  t.equal(ids.size, people.length, "every person has an id of their own");
  t.equal(new Set(interactions.map((i) => i.externalId)).size, interactions.length);
  const wrong = interactions.filter(
    ({ from: sender, to, occurredAt }, i) =>
      occurredAt < from ||
      occurredAt >= end ||
      !Number.isSafeInteger(occurredAt) ||
      to.length === 0 ||
      to.length > 45 ||
      new Set(to).size !== to.length ||
      to.includes(sender) ||
      ![sender, ...to].every((id) => ids.has(id)) ||
      occurredAt < (interactions[i - 1]?.occurredAt ?? from),
  );
  t.strictSame(wrong, [], "inside the period, in order of time, between different known people");
}

t.test("the same seed gives the same bytes, another seed another association", async (t) => {
  t.equal(JSON.stringify(simulate(options)), JSON.stringify(world));
  t.not(JSON.stringify(simulate({ ...options, seed: 2 })), JSON.stringify(world));
});

t.test("an association of 300 over two years has tens of thousands of interactions", async (t) => {
  t.equal(world.people.length, 300);
  t.ok(world.interactions.length >= 30_000 && world.interactions.length <= 60_000);
  checkWhole(t, world, start + 730 * DAY_MS, start);
  t.equal(new Set(world.interactions.map((i) => i.type)).size, 19, "every type occurs");
});

t.test("any seed, size, start and length gives a whole association", async (t) => {
  fc.assert(
    fc.property(
      fc.record({
        seed: fc.nat(),
        people: fc.integer({ min: 20, max: 45 }),
        start: fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }),
        days: fc.integer({ min: 60, max: 120 }),
      }),
      (any) => checkWhole(t, simulate(any), any.start + any.days * DAY_MS, any.start),
    ),
    { numRuns: 20 },
  );
});

t.test("sizes that make no association are refused with what would do", async (t) => {
  t.throws(() => simulate({ ...options, people: 19 }), /people must be at least 20, not 19/);
  t.throws(() => simulate({ ...options, days: 1 }), /days must be at least 60/);
  t.throws(() => simulate({ ...options, seed: 0.5 }), /seed must be a whole number/);
  t.throws(() => simulate({ ...options, start: -1 }), /start must not be before 1970/);
});

t.test(
  "people are plausible: jobs in order, own e-mail addresses, fields of their own",
  async (t) => {
    t.equal(new Set(world.people.map((person) => person.name)).size, 300, "no two of one name");
    t.equal(new Set(world.people.flatMap((person) => person.emails)).size, 300);
    for (const { positions, emails } of world.people) {
      t.match(emails[0], /^[a-z.]+@alumni\.example\.org$/);
      for (const [i, { from, to }] of positions.entries()) {
        const next = positions[i + 1];
        if (next && (to === null || to > next.from)) t.fail(`${from} overlaps ${next.from}`);
        if (to !== null && to <= from) t.fail(`a job ended ${to}, before it began ${from}`);
      }
    }
    const employers = new Set(world.people.flatMap((p) => p.positions.map((x) => x.organization)));
    t.ok(employers.size > 20);
  },
);
