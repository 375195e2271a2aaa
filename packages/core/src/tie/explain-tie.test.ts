import fc from "fast-check";
import t from "tap";
import {
  bandDrops,
  explainTie,
  type Interaction,
  MS_PER_DAY,
  measureTie,
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
  const log = [on(1), on(5, "advice"), { ...on(40), from: "ben", to: "ada" }, on(90, "thanks")];
  const { parts, kappa } = explainTie(rebuildPair(log), "a", log, 100 * DAY);
  for (const { measure, formula, inputs, value } of parts) {
    if (measure === "weight") continue;
    const names = Object.keys(inputs);
    const body = formula.replaceAll("^", "**").replaceAll("min(", "Math.min(");
    const recomputed = new Function(...names, `return ${body}`)(...Object.values(inputs));
    t.ok(Math.abs(recomputed - (value ?? Number.NaN)) < 1e-12, `${measure} = ${formula}`);
  }
  t.equal(parts.find(({ measure }) => measure === "kappa")?.value, kappa);
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
