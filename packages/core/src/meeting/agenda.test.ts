import fc from "fast-check";
import t from "tap";
import { type AgendaFacts, agenda, itemsPerSection, MS_PER_DAY } from "../index.ts";

const nothing: AgendaFacts = {
  context: null,
  strained: false,
  lastContactAt: null,
  courtesies: [],
  milestones: [],
  ownAsks: [],
  theirAsks: [],
  ownGoals: [],
  theirGoals: [],
  openActions: [],
  openQuestions: [],
  sharedSkills: [],
  sharedInterests: [],
};
const at = 1000 * MS_PER_DAY;
const codes = (facts: Partial<AgendaFacts>) =>
  agenda({ ...nothing, ...facts }, at).map(({ code }) => code);
const named = (name: string) => ({ id: null, name });

t.test("where nothing is known there is something to ask all the same", async (t) => {
  t.same(codes({}), ["theirWork", "howItGoes", "nextTime"]);
});

t.test("it is about work unless the tie was declared personal", async (t) => {
  const facts = { sharedInterests: ["chess"] };
  for (const context of [null, "professional"] as const) {
    t.notOk(codes({ ...facts, context }).includes("sharedInterest"));
  }
  for (const context of ["personal", "both"] as const) {
    t.ok(codes({ ...facts, context }).includes("sharedInterest"));
  }
});

t.test("thanks, news and a long silence come first", async (t) => {
  const facts = {
    courtesies: ["reportBack", "thanks"] as const,
    lastContactAt: at - 100 * MS_PER_DAY,
  };
  t.same(codes(facts).slice(0, 3), ["reconnect", "thank", "reportBack"]);
});

t.test("while there is friction nothing but the repair and what was agreed on", async (t) => {
  const facts = { theirAsks: [named("x")], openActions: [{ ...named("y"), own: true }] };
  t.same(codes({ ...facts, strained: true }), ["repair", "ownAction"]);
});

const names = fc.array(fc.string().map(named), { maxLength: 6 });
t.test("it stays short, and the same facts give the same agenda", async () => {
  const facts = fc.record({
    context: fc.constantFrom("professional", "personal", "both", null),
    strained: fc.boolean(),
    lastContactAt: fc.option(fc.integer({ min: 0, max: at })),
    courtesies: fc.subarray(["thanks", "reportBack", "repair"] as const),
    milestones: names,
    ownAsks: names,
    theirAsks: names,
    ownGoals: names,
    theirGoals: names,
    openActions: fc.array(
      fc.record({ id: fc.constant(null), name: fc.string(), own: fc.boolean() }),
    ),
    openQuestions: names,
    sharedSkills: fc.array(fc.string()),
    sharedInterests: fc.array(fc.string()),
  });
  fc.assert(
    fc.property(facts, (given) => {
      const found = agenda(given as AgendaFacts, at);
      const bySection = Map.groupBy(found, ({ section }) => section);
      return (
        [...bySection.values()].every(({ length }) => length <= itemsPerSection) &&
        JSON.stringify(found) === JSON.stringify(agenda(given as AgendaFacts, at))
      );
    }),
  );
});
