import fc from "fast-check";
import t from "tap";
import {
  courtesies,
  courtesiesByPerson,
  courtesiesOwed,
  gratitudeMemoryDays,
  gratitudeRules,
  type Interaction,
  isStrained,
  MS_PER_DAY,
  rebuildPair,
} from "../index.ts";
import { EPOCH, interaction, LATEST } from "../testing/arbitraries.ts";

const day = (n: number) => EPOCH + n * MS_PER_DAY;
const on = (n: number, type: string, from = "ben", to = "ada"): Interaction => ({
  type,
  from,
  to,
  occurredAt: day(n),
});
const kinds = (log: Interaction[], at: number) =>
  courtesiesOwed(log, "ada", day(at)).map(({ kind, to }) => `${kind} ${to}`);

t.test("help is worth thanks from the next day, for as long as that is natural", (t) => {
  const log = [on(0, "support")];
  t.same(kinds(log, 0.9), []);
  t.same(kinds(log, 1), ["thanks ben"]);
  t.same(kinds(log, 149.9), ["thanks ben"]);
  t.same(kinds(log, 150), [], "after five months it is let go");
  t.same(courtesies(log, "ada", day(150))[0]?.state, "past");
  t.end();
});

t.test("a thanks to that person, later than the help, is the thanks", (t) => {
  t.same(kinds([on(0, "support"), on(2, "thanks", "ada", "ben")], 5), []);
  t.same(kinds([on(3, "support"), on(2, "thanks", "ada", "ben")], 5), ["thanks ben"]);
  t.same(kinds([on(0, "support"), on(2, "thanks", "ada", "cho")], 5), ["thanks ben"]);
  t.same(kinds([on(0, "support"), on(2, "thanks", "ben", "ada")], 5), ["thanks ben"]);
  t.same(kinds([on(0, "support"), on(2, "update", "ada", "ben")], 5), [], "news thank as well");
  t.end();
});

t.test("an introduction asks for a word on how it went, when there is something to tell", (t) => {
  const log = [on(0, "introduction"), on(1, "thanks", "ada", "ben")];
  t.same(kinds(log, 13), []);
  t.same(kinds(log, 14), ["reportBack ben"]);
  t.same(kinds([...log, on(10, "update", "ada", "ben")], 20), [], "told before it was due");
  t.same(
    kinds([...log, on(1, "update", "ada", "ben")], 20),
    ["reportBack ben"],
    "too soon to tell",
  );
  t.same(kinds([on(0, "support"), on(1, "thanks", "ada", "ben")], 20), [], "no outcome to tell");
  t.end();
});

t.test("friction asks both for a repair, which either may make", (t) => {
  const conflict = on(0, "conflict");
  t.same(kinds([conflict], 2), [], "some rest first");
  t.same(kinds([conflict], 3), ["repair ben"]);
  t.same(kinds([on(0, "conflict", "ada", "ben")], 3), ["repair ben"]);
  t.same(kinds([conflict, on(1, "repair", "ben", "ada")], 3), []);
  t.same(kinds([conflict, on(1, "repair", "ada", "ben")], 3), []);
  t.end();
});

t.test("several things of one person are one word to say", (t) => {
  const log = [on(0, "advice"), on(5, "lead"), on(6, "support", "cho", "ada")];
  const words = courtesiesByPerson(courtesiesOwed(log, "ada", day(10)));
  t.match(words, [
    { kind: "thanks", to: "cho", types: ["support"] },
    { kind: "thanks", to: "ben", types: ["lead", "advice"], latest: { occurredAt: day(5) } },
  ]);
  t.end();
});

t.test("a tenant's own type of help is thanked for, too", (t) => {
  const own = { ...on(0, "proofreading"), category: "help" } as const;
  t.same(kinds([own], 2), ["thanks ben"]);
  t.end();
});

const people = ["ada", "ben", "cho"];
const log = fc.array(interaction(people), { maxLength: 40 });
const moment = fc.integer({ min: 0, max: LATEST - EPOCH }).map((ms) => EPOCH + ms);

t.test("the order in which exchanges are given changes nothing", async () => {
  fc.assert(
    fc.property(
      log.chain((given) =>
        fc.tuple(
          fc.constant(given),
          fc.shuffledSubarray(given, { minLength: given.length }),
          moment,
        ),
      ),
      ([given, shuffled, at]) => {
        const asked = courtesies(given, "ada", at);
        const again = courtesies(shuffled, "ada", at);
        t.same(again, asked);
        t.same(courtesiesByPerson(again), courtesiesByPerson(asked));
      },
    ),
    { numRuns: 100 },
  );
});

t.test("what lies ahead, or among others, changes nothing", async () => {
  fc.assert(
    fc.property(log, moment, (given, at) => {
      const mattering = given.filter(
        ({ from, to, occurredAt }) => occurredAt <= at && (from === "ada" || to === "ada"),
      );
      t.same(courtesies(mattering, "ada", at), courtesies(given, "ada", at));
    }),
    { numRuns: 100 },
  );
});

t.test("exchanges older than the memory of the rules ask for nothing", async () => {
  const memory = gratitudeMemoryDays(gratitudeRules) * MS_PER_DAY;
  fc.assert(
    fc.property(log, moment, (given, at) => {
      const recent = given.filter(({ occurredAt }) => occurredAt > at - memory);
      t.same(courtesiesOwed(recent, "ada", at), courtesiesOwed(given, "ada", at));
    }),
    { numRuns: 100 },
  );
});

t.test("a repair is asked for only where the tie is strained", async () => {
  fc.assert(
    fc.property(log, moment, (given, at) => {
      for (const { kind, to } of courtesiesOwed(given, "ada", at)) {
        if (kind !== "repair") continue;
        const pair = given.filter(
          ({ from, to: other, occurredAt }) =>
            occurredAt <= at && [from, other].includes("ada") && [from, other].includes(to),
        );
        t.ok(isStrained(rebuildPair(pair)));
      }
    }),
    { numRuns: 100 },
  );
});
