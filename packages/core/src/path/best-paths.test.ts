import fc from "fast-check";
import t from "tap";
import { type CandidateTie, type PathPerson, rankPaths } from "../index.ts";

type Person = PathPerson & { id: string };

const person = (id: string, degree = 5, openToIntroduce = true): Person => ({
  id,
  degree,
  openToIntroduce,
});
const tie = (from: string, to: string, probability: number): CandidateTie => ({
  from,
  to,
  probability,
});

t.test("finds the same best scores, in the same order, as trying every path", (t) => {
  const network = fc.integer({ min: 2, max: 7 }).chain((size) => {
    const ids = Array.from({ length: size }, (_, index) => `p${index}`);
    return fc.record({
      people: fc.tuple(
        ...ids.map((id) =>
          fc.record({
            id: fc.constant(id),
            degree: fc.integer({ min: 0, max: 40 }),
            openToIntroduce: fc.boolean().map((isShut) => !isShut || id > "p4"),
            willingness: fc.constantFrom(0, 0.25, 1),
          }),
        ),
      ),
      ties: fc.uniqueArray(
        fc.record({
          from: fc.constantFrom(...ids),
          to: fc.constantFrom(...ids),
          probability: fc.constantFrom(0, 0.1, 0.5, 0.9, 1),
          strained: fc.nat(9).map((n) => n === 0),
          paused: fc.nat(9).map((n) => n === 0),
        }),
        { maxLength: 16, selector: ({ from, to }) => [from, to].sort().join() },
      ),
      targets: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 2 }),
      maxIntroducers: fc.integer({ min: 0, max: 3 }),
    });
  });
  fc.assert(
    fc.property(network, ({ people, ties, targets, maxIntroducers }) => {
      const expected = everyPath(people, ties, "p0", targets, maxIntroducers);
      const candidates = { people, ties: ties.filter(({ from, to }) => from !== to) };
      const found = rankPaths(candidates, "p0", targets, { maxIntroducers, limit: 12 });
      const scores = expected.slice(0, 12).map(({ score }) => score);
      if (found.length !== scores.length) throw new Error(`${found.length}, not ${scores.length}`);
      for (const [index, path] of found.entries()) {
        const gap = Math.abs(path.score - (scores[index] ?? Number.NaN));
        if (!(gap <= 1e-12)) throw new Error(`${path.people}: ${path.score}, not ${scores[index]}`);
        const same = expected.find(({ people }) => people.join() === path.people.join());
        if (!same) throw new Error(`${path.people} is no path`);
      }
      const names = new Set(found.map(({ people }) => people.join()));
      if (names.size !== found.length) throw new Error("a path is listed twice");
    }),
    { numRuns: 2000 },
  );
  t.end();
});

t.test("scores two hops by s_ij s_jk / ln(degree of the introducer)", (t) => {
  const [path] = rankPaths(
    { people: [person("via", 7)], ties: [tie("me", "via", 0.8), tie("via", "her", 0.5)] },
    "me",
    ["her"],
  );
  t.equal(path?.score, (0.8 * 0.5) / Math.log(7));
  t.equal(path?.probability, 0.4);
  t.match(path, {
    target: "her",
    people: ["me", "via", "her"],
    weakestTie: { from: "via", to: "her", probability: 0.5 },
    introducers: [{ person: "via", degree: 7, willingness: 1, factor: 1 / Math.log(7) }],
  });
  t.end();
});

t.test("ranks by willingness, not by the number of hops", (t) => {
  const found = rankPaths(
    {
      people: [person("one", 200), person("two", 3), person("three", 3)],
      ties: [
        tie("me", "one", 0.3),
        tie("one", "her", 0.3),
        tie("me", "two", 0.9),
        tie("two", "three", 0.9),
        tie("three", "her", 0.9),
      ],
    },
    "me",
    ["her"],
  );
  t.same(
    found.map(({ introducers }) => introducers.map(({ person }) => person)),
    [["two", "three"], ["one"]],
  );
  t.end();
});

t.test(
  "never leads over a strained or paused tie, nor through who is not open or not known",
  (t) => {
    const open = [tie("me", "via", 0.9), tie("via", "her", 0.9)];
    const count = (people: Person[], ties: CandidateTie[]) =>
      rankPaths({ people, ties }, "me", ["her"]).length;
    t.equal(count([person("via")], open), 1);
    t.equal(count([person("via", 5, false)], open), 0);
    t.equal(count([], open), 0);
    for (const flaw of [{ strained: true }, { paused: true }]) {
      const half = { ...tie("via", "me", 0.9), ...flaw };
      t.equal(count([person("via")], [...open, half]), 0, "one half closes the pair");
      t.equal(count([person("via")], [half, ...open]), 0, "in whatever order");
    }
    t.end();
  },
);

t.test("a target needs not be open to introduce, and nobody introduces beyond a target", (t) => {
  const found = rankPaths(
    {
      people: [person("her", 5, false), person("him")],
      ties: [tie("me", "him", 0.9), tie("him", "her", 0.9)],
    },
    "me",
    ["her", "him", "me"],
  );
  t.same(
    found.map(({ people }) => people),
    [["me", "him"]],
  );
  t.end();
});

t.test("the same network gives the same list in whatever order it is read", (t) => {
  const ids = ["b", "c", "d", "e"];
  const people = ids.map((id) => person(id));
  const ties = ids.flatMap((id) => [tie("a", id, 0.5), tie(id, "z", 0.5)]);
  const list = (reversed: boolean) =>
    rankPaths(
      reversed ? { people: people.toReversed(), ties: ties.toReversed() } : { people, ties },
      "a",
      ["z"],
      { limit: 2 },
    ).map((path) => path.people.join(""));
  t.same(list(false), ["abz", "acz"]);
  t.same(list(true), list(false));
  t.end();
});

t.test("more than three introducers are refused", (t) => {
  const none = { people: [], ties: [] };
  t.throws(() => rankPaths(none, "a", ["b"], { maxIntroducers: 4 }), /from 0 to 3/);
  t.throws(() => rankPaths(none, "a", ["b"], { maxIntroducers: 1.5 }), /from 0 to 3/);
  t.end();
});

// The oracle: lists every simple path and multiplies.
function everyPath(
  people: readonly Person[],
  ties: readonly CandidateTie[],
  from: string,
  targets: readonly string[],
  maxIntroducers: number,
): { people: string[]; score: number }[] {
  const found: { people: string[]; score: number }[] = [];
  const walk = (path: string[], score: number) => {
    const last = path.at(-1) as string;
    for (const { from: x, to: y, probability, strained, paused } of ties) {
      if (strained || paused || (x !== last && y !== last)) continue;
      const next = x === last ? y : x;
      if (path.includes(next)) continue;
      const reached = score * probability;
      if (targets.includes(next)) {
        if (reached > 0) found.push({ people: [...path, next], score: reached });
        continue;
      }
      const via = people.find(({ id }) => id === next);
      if (!via?.openToIntroduce || path.length > maxIntroducers) continue;
      const factor = (via.willingness ?? 1) / Math.log(Math.max(2, via.degree));
      walk([...path, next], reached * factor);
    }
  };
  walk([from], 1);
  return found.sort((one, other) => other.score - one.score);
}
