import assert from "node:assert/strict";
import fc from "fast-check";
import t from "tap";
import {
  type AlterFacts,
  defaultModel,
  type HealthFacts,
  healthBands,
  healthDimensionNames,
  healthDimensions,
  healthOf,
  healthReadings,
  healthRules,
  type Interaction,
  MS_PER_DAY,
  momentsOf,
} from "../index.ts";
import { EPOCH, interaction, LATEST } from "../testing/arbitraries.ts";

const others = ["ben", "cho", "dan", "eve"];
const day = Math.floor(EPOCH / MS_PER_DAY);

/** What ada and the others did, as facts of ada's health. */
function factsOf(log: readonly Interaction[], declared: AlterFacts["declared"]): HealthFacts {
  const isOf = (id: string) => (x: Interaction) =>
    [x.from, x.to].includes("ada") && [x.from, x.to].includes(id);
  const between = others.flatMap((a, i) =>
    others.slice(i + 1).map((b) => ({
      a,
      b,
      days: [
        ...new Set(
          log
            .filter((x) => [x.from, x.to].includes(a) && [x.from, x.to].includes(b))
            .map((x) => Math.floor(x.occurredAt / MS_PER_DAY)),
        ),
      ],
    })),
  );
  const alters = others.map((id) => ({
    id,
    log: log.filter(isOf(id)),
    ...(declared ? { declared } : {}),
    positions: [{ organization: id < "d" ? "x" : "y", from: day, to: null }],
  }));
  return { person: "ada", alters, between };
}

const log = fc.array(interaction(["ada", ...others]), { maxLength: 120 });
const declared = fc.option(
  fc.record({
    roles: fc.subarray(["mentor", "friend", "peer"]),
    context: fc.constantFrom("professional" as const, "personal" as const, "both" as const, null),
    paused: fc.boolean(),
    maxDays: fc.constantFrom(null, 30),
  }),
  { nil: undefined },
);
const moment = fc.integer({ min: 0, max: LATEST - EPOCH }).map((ms) => EPOCH + ms);

t.test("every value is a number in its range or null, and null says so", async () => {
  fc.assert(
    fc.property(log, declared, moment, (given, declared, at) => {
      const health = healthOf(factsOf(given, declared), at);
      for (const name of healthDimensionNames) {
        const { value, band, code, nextSteps, trend, figures } = health[name];
        assert.ok(healthBands.includes(band));
        assert.ok(
          (healthDimensions[name].codes as readonly string[]).includes(code),
          `${name} ${code}`,
        );
        assert.ok(value === null || (Number.isFinite(value) && value >= 0), `${name} ${value}`);
        if (["freshness", "supportCoverage", "gratitude", "overlap"].includes(name)) {
          assert.ok(value === null || value <= 1);
        }
        if (band === "unknown")
          assert.equal(value, null, "little data is said, never put in a number");
        assert.ok(Object.values(figures).every(Number.isFinite));
        assert.ok(nextSteps.length <= 3);
        assert.ok(nextSteps.every(({ person }) => person === null || others.includes(person)));
        if (trend) assert.notEqual(value, null);
      }
    }),
    { numRuns: 100 },
  );
});

t.test(
  "a moment reads the same whenever it is asked for, in whatever order it is told",
  async () => {
    fc.assert(
      fc.property(
        log.chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.shuffledSubarray(given, { minLength: given.length }),
            declared,
            moment,
          ),
        ),
        ([given, shuffled, declared, at]) => {
          const then = given.filter(({ occurredAt }) => occurredAt <= at);
          const known = healthOf(factsOf(then, declared), at);
          assert.deepEqual(
            healthOf(factsOf(given, declared), at),
            known,
            "what came later changes nothing",
          );
          assert.deepEqual(healthOf(factsOf(shuffled, declared), at), known);
          assert.deepEqual(
            healthReadings(factsOf(given, declared), at).quality.value,
            known.quality.value,
          );
        },
      ),
      { numRuns: 60 },
    );
  },
);

t.test("a trend holds the values that were read then", async () => {
  fc.assert(
    fc.property(log, moment, (given, at) => {
      const now = healthOf(factsOf(given, undefined), at);
      const [quarter, year] = [91, 364].map((days) =>
        healthReadings(factsOf(given, undefined), at - days * MS_PER_DAY),
      );
      for (const name of healthDimensionNames) {
        const { trend } = now[name];
        if (!trend) continue;
        assert.equal(trend.quarterAgo, quarter?.[name].value);
        assert.equal(trend.yearAgo, year?.[name].value);
      }
    }),
    { numRuns: 60 },
  );
});

t.test("of somebody without a past nothing is said", async (t) => {
  const health = healthOf({ person: "ada", alters: [], between: [] }, EPOCH);
  for (const name of healthDimensionNames) {
    t.match(health[name], { value: null, band: "unknown", code: "tooLittle", trend: null });
  }
});

t.test("every threshold says what it means and where it comes from", async (t) => {
  for (const [name, { meaning, basis }] of Object.entries(healthRules)) {
    t.ok(meaning.length > 10 && basis.length > 5, name);
  }
});

const at = EPOCH + 800 * MS_PER_DAY;
const ago = (days: number, type: string, from: string, to: string): Interaction => ({
  type,
  from,
  to,
  occurredAt: at - days * MS_PER_DAY,
});
/** A contact every so many days, taking turns, between two days before `at`. */
const contact = (other: string, every: number, since: number, until = 0): Interaction[] =>
  Array.from({ length: Math.floor((since - until) / every) }, (_, i) =>
    i % 2 === 0
      ? ago(since - i * every, "message", "ada", other)
      : ago(since - i * every, "message", other, "ada"),
  );
const read = (given: readonly Interaction[], declared?: AlterFacts["declared"]) =>
  healthOf(factsOf(given, declared), at);

t.test("quality: a reason and the means on both sides, whatever the number", async (t) => {
  const talk = others.flatMap((other) => contact(other, 7, 700));
  t.match(read(talk).quality, { value: 0, code: "few", figures: { ties: 4 } });
  t.match(read(talk).quality.nextSteps[0], { code: "deepen" });
  const helped = [...talk, ago(30, "advice", "ben", "ada"), ago(40, "support", "ada", "cho")];
  t.match(read(helped).quality, { value: 2, band: "steady", code: "some" });
  const strained = [...helped, ago(5, "conflict", "ben", "ada")];
  t.match(read(strained).quality, { value: 1, band: "worthALook" });
});

t.test("reciprocity: whom one was there for, and whom one could be", async (t) => {
  const got = ["ben", "cho", "dan"].flatMap((from) => [
    ago(10, "advice", from, "ada"),
    ago(20, "advice", from, "ada"),
  ]);
  const { reciprocity } = read(got);
  t.match(reciprocity, { value: 0, band: "worthALook", code: "roomToGive" });
  t.match(reciprocity.nextSteps, [
    { code: "giveFirst", person: "ben" },
    { code: "giveFirst", person: "cho" },
    { code: "giveFirst", person: "dan" },
  ]);
  const gave = got.map((x) => ({ ...x, from: "ada", to: x.from }));
  t.match(read(gave).reciprocity, { value: 3, band: "steady", code: "mostlyGiving" });
  t.match(read([...got, ...gave]).reciprocity, { value: 3, band: "thriving", nextSteps: [] });
  t.match(read([ago(10, "advice", "ben", "ada")]).reciprocity, { value: null });
});

t.test("freshness: strong ties that go cold are found, and people gone quiet", async (t) => {
  const steady = contact("ben", 4, 700);
  const cold = [...contact("cho", 4, 700, 120), ...contact("dan", 4, 700, 120)];
  const { freshness } = read([...steady, ...cold]);
  t.match(freshness, { value: 1 / 3, band: "worthALook", code: "cooling" });
  t.same(freshness.nextSteps.map(({ person }) => person).sort(), ["cho", "dan"]);
  t.match(read(steady).freshness, { value: 1, band: "thriving", nextSteps: [] });
  const paused = { roles: [], context: null, paused: true, maxDays: null };
  t.match(read([...steady, ...cold], paused).freshness, { value: null, code: "noneStrong" });
  const patient = { ...paused, paused: false, maxDays: 200 };
  t.match(read([...steady, ...cold], patient).freshness, { value: 1 }, "as they declared");
  const unanswered = others.flatMap((other) =>
    contact(other, 5, 700).filter(
      ({ from, occurredAt }) => from === "ada" || occurredAt < at - 95 * MS_PER_DAY,
    ),
  );
  const gone = read(unanswered).freshness;
  t.match(gone, { band: "worthALook", code: "quiet", figures: { usuallyHeardFrom: 4 } });
  t.match(gone.nextSteps.at(-1), { code: "answerQuiet" });
});

t.test("diversity: separate places lead further than one circle", async (t) => {
  const apart = others.flatMap((other) => contact(other, 7, 700));
  const among = others.flatMap((a, i) =>
    others.slice(i + 1).flatMap((b) => contact(a, 7, 700).map((x) => ({ ...x, from: b, to: a }))),
  );
  const [open, circle] = [read(apart).diversity, read([...apart, ...among]).diversity];
  t.equal(open.value, 4);
  t.ok((circle.value ?? 9) < 2);
  t.match(circle, { band: "worthALook", code: "closed", nextSteps: [{ code: "meetPeople" }] });
  t.match(read(contact("ben", 7, 700)).diversity, { code: "few", value: 1 });
  const oneDoor = [...contact("ben", 1, 700), ...others.flatMap((o) => contact(o, 60, 700))];
  t.ok((read(oneDoor).diversity.figures.dependence ?? 0) > 0.4);
});

t.test("support: declared and received, by kind; not recorded is not lacking", async (t) => {
  t.match(read(contact("ben", 7, 700)).supportCoverage, { value: null, band: "unknown" });
  const helped = [
    ago(10, "mentoring", "ben", "ada"),
    ago(20, "feedback", "ben", "ada"),
    ago(30, "support", "cho", "ada"),
    ago(500, "referral", "ben", "ada"),
  ];
  const { supportCoverage } = read(helped);
  t.match(supportCoverage, { value: 0.5, figures: { mentor: 1, feedback: 1, sponsor: 0 } });
  t.same(
    supportCoverage.nextSteps.map(({ kind }) => kind),
    ["peers", "sponsor", "practical"],
  );
  const friends = { roles: ["friend"], context: null, paused: false, maxDays: null };
  t.match(read(contact("ben", 7, 700), friends).supportCoverage.figures, { emotional: 1 });
});

t.test("gratitude: a word back, and the words that still come naturally", async (t) => {
  const helps = ["ben", "cho", "dan"].map((from) => ago(20, "support", from, "ada"));
  const { gratitude } = read([...helps, ago(18, "thanks", "ada", "ben")]);
  t.match(gratitude, { value: 1 / 3, band: "worthALook", figures: { answered: 1 } });
  t.match(gratitude.nextSteps, [
    { code: "thank", person: "cho" },
    { code: "thank", person: "dan" },
  ]);
  t.match(read(helps.slice(1)).gratitude, { value: null, nextSteps: [{ code: "thank" }, {}] });
});

t.test("attention: the present against the person's own past", async (t) => {
  const few = contact("ben", 10, 790);
  const rush = Array.from({ length: 12 }, (_, i) => `p${i}`).map((id) => ({
    id,
    log: [ago(10, "message", id, "ada")],
  }));
  const facts = factsOf(few, undefined);
  t.match(healthOf(facts, at).attention, { value: 1, band: "thriving", code: "asUsual" });
  const full = healthOf({ ...facts, alters: [...facts.alters, ...rush] }, at).attention;
  t.match(full, { value: 13, band: "worthALook", code: "full", figures: { people: 13, usual: 1 } });
  const recent = factsOf(contact("ben", 10, 200), undefined);
  t.match(healthOf(recent, at).attention, { value: null, code: "tooLittle" });
});

t.test("overlap: as declared, and of today", async (t) => {
  const alters = Array.from({ length: 6 }, (_, i) => ({
    id: `p${i}`,
    log: [ago(10, "message", `p${i}`, "ada")],
    declared: {
      roles: [],
      context: i === 0 ? ("both" as const) : ("professional" as const),
      paused: false,
      maxDays: null,
    },
  }));
  const facts = { person: "ada", alters, between: [] };
  t.match(healthOf(facts, at).overlap, { value: 1 / 6, code: "oneSided", trend: null });
});

t.test("the structure leaves slight ties out", async (t) => {
  const slight = contact("ben", 300, 700);
  const [moment] = momentsOf(factsOf(slight, undefined), [at], defaultModel);
  t.equal(moment?.structure.neighbours("ada").size, 0);
  t.equal(moment?.ties.length, 1);
});
