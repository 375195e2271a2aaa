import fc from "fast-check";
import t from "tap";
import {
  commonGround,
  groundedContactProbability,
  MS_PER_DAY,
  Network,
  type PathGraph,
  peopleToMeet,
  personContactProbability,
  rebuildPair,
} from "../index.ts";
import { history, later } from "../testing/arbitraries.ts";

const people = ["ada", "ben", "cyd", "dan", "eve"];
const ties = fc.array(
  fc.record({
    ends: fc.shuffledSubarray(people, { minLength: 2, maxLength: 2 }),
    probability: fc.double({ min: 0.01, max: 1, noNaN: true }),
    strained: fc.boolean(),
  }),
  { maxLength: 12 },
);

const graphOf = (
  drawn: { ends: string[]; probability: number; strained: boolean }[],
): PathGraph => {
  const pairs = new Map(drawn.map((tie) => [[...tie.ends].sort().join(), tie]));
  const of = (person: string) =>
    [...pairs.values()].flatMap(({ ends, ...tie }) =>
      ends.includes(person) ? [{ ...tie, to: ends.find((end) => end !== person) as string }] : [],
    );
  return {
    ties: of,
    person: (id) => ({ degree: of(id).length, openToIntroduce: id !== "eve" }),
  };
};

t.test("is the same from both ends, and of strangers their score as people to meet", (t) => {
  fc.assert(
    fc.property(ties, (drawn) => {
      const graph = graphOf(drawn);
      for (const one of people) {
        const toMeet = new Map(peopleToMeet(graph, one, 99).map((met) => [met.person, met.score]));
        const known = new Set([...graph.ties(one)].map(({ to }) => to));
        for (const other of people) {
          if (one === other) continue;
          const ground = commonGround(graph, one, other);
          if (ground !== commonGround(graph, other, one)) throw new Error("two sides differ");
          if (known.has(other)) continue;
          if (!(Math.abs(ground - (toMeet.get(other) ?? 0)) < 1e-12)) throw new Error(`${ground}`);
        }
      }
    }),
    { numRuns: 200 },
  );
  t.end();
});

t.test("raises the chance of contact, and none leaves it as the person term has it", (t) => {
  fc.assert(
    fc.property(history(), later, fc.double({ min: 0, max: 9, noNaN: true }), (log, at, ground) => {
      const evidence = rebuildPair(log);
      const seenAt = evidence.lastContactAt ?? at;
      const with_ = (commonGround: number) =>
        groundedContactProbability(evidence, { seenAt, commonGround }, at, 90);
      const plain = personContactProbability(evidence, seenAt, at, 90);
      return with_(0) === plain && (plain === null || (with_(ground) as number) >= plain);
    }),
  );
  t.end();
});

t.test("is read from a network in memory at any moment", (t) => {
  const network = new Network();
  const met = (from: string, to: string, day: number) => ({
    type: "call",
    from,
    to,
    occurredAt: day * MS_PER_DAY,
  });
  network.observe([met("ada", "ben", 0), met("ada", "cyd", 0), met("cyd", "ben", 10)]);
  t.equal(network.commonGround("ada", "ben", 5 * MS_PER_DAY), 0);
  const chance = (one: string, other: string) =>
    network.tie(one, other, 10 * MS_PER_DAY).contactProbability.days90 ?? 0;
  const expected = (chance("ada", "cyd") * chance("cyd", "ben")) / Math.log(2);
  t.equal(network.commonGround("ada", "ben", 10 * MS_PER_DAY), expected);
  t.end();
});
