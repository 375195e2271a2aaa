import fc from "fast-check";
import t from "tap";
import { bands } from "../tie/band.ts";
import { type AttendeeFacts, rankAttendees } from "./rank-attendees.ts";

const words = fc.uniqueArray(fc.constantFrom("chess", "sailing", "maps", "tea"), { maxLength: 4 });
const asks = fc.array(fc.record({ id: fc.uuid(), title: fc.string(), terms: words }), {
  maxLength: 2,
});

const facts: fc.Arbitrary<AttendeeFacts> = fc.record({
  person: fc.uuid(),
  band: fc.constantFrom(...bands),
  strained: fc.boolean(),
  paused: fc.boolean(),
  theirAsks: asks,
  ownAsks: asks,
  ownGoals: words,
  through: words,
  warmth: fc.double({ min: 0, max: 5, noNaN: true }),
  topics: words,
  interests: words,
  skills: words,
  values: words,
  organizations: words,
});
const everybody = fc.uniqueArray(facts, { selector: ({ person }) => person, maxLength: 30 });

t.test(
  "nobody is listed whose tie is paused, strained or in use, and everybody else is",
  async (t) => {
    fc.assert(
      fc.property(everybody, (attendees) => {
        const listed = new Set(rankAttendees(attendees).map(({ person }) => person));
        return attendees.every(({ person, band, strained, paused }) => {
          const isOut = strained || paused || band === "core" || band === "active";
          return listed.has(person) !== isOut;
        });
      }),
    );
    t.pass();
  },
);

t.test("the order is that of the score, and does not depend on how it was read", async (t) => {
  fc.assert(
    fc.property(everybody, (attendees) => {
      const ranked = rankAttendees(attendees);
      const same = JSON.stringify(ranked) === JSON.stringify(rankAttendees(attendees.toReversed()));
      return same && ranked.every(({ score }, index) => score <= (ranked[index - 1]?.score ?? 1));
    }),
  );
  t.pass();
});

t.test("one reason more never puts somebody lower", async (t) => {
  fc.assert(
    fc.property(facts, words, (given, more) => {
      const open: AttendeeFacts = { ...given, band: "none", strained: false, paused: false };
      const with_ = { ...open, interests: [...new Set([...open.interests, ...more])] };
      const [one, other] = [rankAttendees([open])[0], rankAttendees([with_])[0]];
      return (other?.score ?? 0) >= (one?.score ?? 1);
    }),
  );
  t.pass();
});

t.test("there is always something to begin with", async (t) => {
  fc.assert(
    fc.property(everybody, (attendees) =>
      rankAttendees(attendees).every(({ reasons }) => reasons.length > 0),
    ),
  );
  t.pass();
});
