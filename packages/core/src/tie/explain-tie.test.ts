import fc from "fast-check";
import t from "tap";
import {
  bandDrops,
  explainTie,
  type Interaction,
  MS_PER_DAY,
  measureTie,
  realTie,
  rebuildPair,
} from "../index.ts";
import { history, later } from "../testing/arbitraries.ts";

const DAY = MS_PER_DAY;
const on = (day: number, type = "call"): Interaction => ({
  id: `${type} on ${day}`,
  type,
  from: "ada",
  to: "ben",
  occurredAt: day * DAY + DAY / 2,
});

t.test("names the moment, to the millisecond, at which silence lowers the band", (t) => {
  fc.assert(
    fc.property(history(), later, (log, at) => {
      const evidence = rebuildPair(log);
      const bandAt = (moment: number) => measureTie(evidence, "a", moment).band;
      let band = bandAt(at);
      for (const drop of bandDrops(evidence, at)) {
        if (bandAt(drop.at) !== drop.band) throw new Error(`not ${drop.band} at ${drop.at}`);
        if (bandAt(drop.at - 1) !== band) throw new Error(`the ${band} ended before ${drop.at}`);
        band = drop.band;
      }
      if (evidence.contactDays > 0 && band !== "dormant") throw new Error("not down to dormant");
    }),
    { numRuns: 200 },
  );
  t.end();
});

t.test("each part's formula over its inputs gives its value", (t) => {
  const contact = history().filter((log) => log.length > 0);
  const facets = fc.record({
    skills: fc.subarray(["law", "tax", "art"]),
    asks: fc.subarray(["law", "tax", "art"]),
  });
  const cadenceDays = fc.option(
    fc.record({ ideal: fc.integer({ min: 1 }), max: fc.constant(null) }),
  );
  fc.assert(
    fc.property(contact, later, facets, facets, cadenceDays, (log, at, own, other, declared) => {
      const evidence = rebuildPair(log);
      const options = { declared: { cadenceDays: declared }, facets: { own, other } };
      const { parts, kappa } = explainTie(evidence, "a", log, at, options);
      for (const { measure, formula, inputs, value } of parts) {
        if (measure === "weight" || value === null) continue;
        const names = Object.keys(inputs);
        const body = formula.replaceAll("^", "**").replace(/\b(min|max)\(/gu, "Math.$1(");
        const computed = new Function(...names, `return ${body}`)(...Object.values(inputs));
        const gap =
          typeof value === "number" ? Math.abs(computed - value) : Number(computed !== value);
        // A due time is kept in whole milliseconds.
        if (!(gap <= 1e-8)) throw new Error(`${measure} = ${formula}: ${computed}, not ${value}`);
      }
      const part = (measure: string) => parts.find((part) => part.measure === measure)?.value;
      const tie = measureTie(evidence, "a", at, options);
      const real = realTie(evidence, "a", own, other, at);
      t.same(["kappa", "band", "trend", "strained", "reciprocity.standing"].map(part), [
        kappa,
        tie.band,
        tie.trend,
        tie.strained,
        tie.reciprocity.standing,
      ]);
      t.same(
        ["real.incentive", "real.capability", "real.isReal", "cadence.overdueDays"].map(part),
        [real.incentive, real.capability, real.isReal, tie.cadence.overdueDays],
      );
    }),
    { numRuns: 100 },
  );
  t.end();
});

t.test("every number, word and flag that a tie answers is taken apart", (t) => {
  const log = [on(1), on(5, "advice")];
  const { parts } = explainTie(rebuildPair(log), "a", log, 100 * DAY);
  const names = parts.map(({ measure }) => measure);
  const {
    evidence: _,
    paused: __,
    at: ___,
    model: ____,
    ...tie
  } = measureTie(rebuildPair(log), "a", 100 * DAY);
  const paths = (value: object, prefix = ""): string[] =>
    Object.entries(value).flatMap(([name, inner]) =>
      inner !== null && typeof inner === "object"
        ? paths(inner, `${prefix}${name}.`)
        : [`${prefix}${name}`],
    );
  const given = ["cadence.declaredDays", "cadence.lastContactAt", "cadence.dueAt"];
  t.same(
    paths(tie).filter((name) => !names.includes(name) && !given.includes(name)),
    [],
  );
  t.end();
});

t.test(
  "lists the days that weigh most with what happened on them, none from after the moment",
  (t) => {
    const log = [on(1), on(50), on(50, "advice"), { ...on(60), from: "ben", to: "ada" }, on(70)];
    const until = log.filter(({ occurredAt }) => occurredAt <= 65 * DAY);
    const found = explainTie(rebuildPair(until), "a", log, 65 * DAY, { limit: 2 });
    t.same(
      found.weighingDays.map(({ day, outbound, inbound }) => ({ day, outbound, inbound })),
      [
        { day: 60, outbound: false, inbound: true },
        { day: 50, outbound: true, inbound: false },
      ],
    );
    t.same(
      found.weighingDays[1]?.interactions.map(({ id }) => id),
      ["call on 50", "advice on 50"],
    );
    const all = explainTie(rebuildPair(until), "a", log, 65 * DAY, { limit: 99 }).weighingDays;
    const sum = all.reduce((total, { weight }) => total + weight, 0);
    t.ok(Math.abs(sum - found.weight) < 1e-12, "the days' weights add up to the weight");
    t.ok(Math.abs(all.reduce((total, { share }) => total + share, 0) - 1) < 1e-12);
    t.end();
  },
);

t.test("says what one contact now would make of the tie", (t) => {
  const log = [on(1), on(10)];
  const at = 400 * DAY;
  const contact = { ...on(0), occurredAt: at };
  const expected = measureTie(rebuildPair([...log, contact]), "a", at);
  const { ifContact } = explainTie(rebuildPair(log), "a", log, at);
  t.same(ifContact, {
    strength: expected.strength,
    band: expected.band,
    days90: expected.contactProbability.days90,
  });
  t.end();
});
