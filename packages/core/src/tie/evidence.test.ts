import fc from "fast-check";
import t from "tap";
import {
  contactDayMasks,
  emptyEvidence,
  evidenceOfDays,
  type Interaction,
  mergeEvidence,
  mergeInstants,
  type NewContactDay,
  noInstants,
  type PairEvidence,
  PairState,
  rebuildPair,
} from "../index.ts";
import { difference, history } from "../testing/arbitraries.ts";

const holds = (x: PairEvidence, y: PairEvidence) => {
  const found = difference(x, y);
  if (found) throw new Error(found);
};

t.test("any order, any split into batches and any repetition give the same state", (t) => {
  fc.assert(
    fc.property(
      history().chain((log) =>
        fc.record({
          log: fc.constant(log),
          again: fc.shuffledSubarray([...log, ...log], { minLength: log.length }),
          size: fc.integer({ min: 1, max: 20 }),
        }),
      ),
      ({ log, again, size }) => {
        const state = new PairState();
        const arriving = [...again, ...log.toReversed()];
        for (let start = 0; start < arriving.length; start += size) {
          state.observe(arriving.slice(start, start + size));
        }
        holds(state.evidence, rebuildPair(log));
      },
    ),
    { numRuns: 300 },
  );
  t.end();
});

t.test("parts over different bits merge to the whole along any tree", (t) => {
  fc.assert(
    fc.property(history(), fc.infiniteStream(fc.nat()), (log, choices) => {
      const parts = partsOf(log);
      while (parts.length > 1) {
        const [one] = parts.splice((choices.next().value as number) % parts.length, 1);
        const index = (choices.next().value as number) % parts.length;
        parts[index] = mergeEvidence(parts[index] as PairEvidence, one as PairEvidence);
      }
      holds(parts[0] ?? emptyEvidence, rebuildPair(log));
    }),
    { numRuns: 300 },
  );
  t.end();
});

t.test(
  "merging is commutative to the bit, associative to 1e-12, and the empty one changes nothing",
  (t) => {
    fc.assert(
      fc.property(history(20), history(20), history(20), (one, two, three) => {
        const [x, y, z] = [rebuildPair(one), rebuildPair(two), rebuildPair(three)];
        t.strictSame(mergeEvidence(x, y), mergeEvidence(y, x));
        holds(mergeEvidence(mergeEvidence(x, y), z), mergeEvidence(x, mergeEvidence(y, z)));
        t.strictSame(mergeEvidence(x, emptyEvidence), x);
        t.strictSame(mergeEvidence(emptyEvidence, x), x);
      }),
      { numRuns: 200 },
    );
    t.end();
  },
);

t.test("a day on which only a direction is new adds no weight in either direction's sum", (t) => {
  const known = evidenceOfDays([{ day: 19_000, mask: 1, added: 1 }]);
  const whole = mergeEvidence(known, evidenceOfDays([{ day: 19_000, mask: 3, added: 2 }]));
  t.equal(whole.contactDays, 1);
  t.equal(whole.log2Weight, known.log2Weight);
  t.equal(whole.log2WeightBa, known.log2WeightAb);
  t.end();
});

t.test("interactions of two pairs are not taken for one", (t) => {
  const at = { type: "call", occurredAt: 0 };
  const log = [
    { ...at, from: "ada", to: "ben" },
    { ...at, from: "ada", to: "cyd" },
  ];
  t.throws(() => rebuildPair(log), /"ada"-"ben" and "ada"-"cyd"/);
  t.end();
});

// Every bit of every contact day as a part of its own, in the order in which a database learns them.
function partsOf(log: readonly Interaction[]): PairEvidence[] {
  const parts: PairEvidence[] = [];
  for (const { days, instants } of contactDayMasks(log)) {
    for (const [day, whole] of days) {
      let mask = 0;
      for (const contact of [1, 2]) {
        for (const added of [contact, contact << 2]) {
          if ((whole & added) === 0) continue;
          mask |= added;
          const bits: NewContactDay = { day, mask, added };
          parts.push(evidenceOfDays([bits]));
        }
      }
    }
    parts.push(evidenceOfDays([], mergeInstants(instants, noInstants)));
  }
  return parts;
}
