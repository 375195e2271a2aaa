import fc from "fast-check";
import t from "tap";
import {
  bands,
  contactProbability,
  emptyEvidence,
  type Interaction,
  measureTie,
  personContactProbability,
  reachOutProbability,
  rebuildPair,
  strength,
  type TieMeasures,
  tieWeight,
} from "../index.ts";
import { history, later } from "../testing/arbitraries.ts";

const check = (holds: boolean, what: string) => {
  if (!holds) throw new Error(what);
};

/** null and the numbers of [low, high]. */
const within = (value: number | null, low: number, high: number, name: string) =>
  check(value === null || (value >= low && value <= high), `${name} is ${value}`);

t.test("every measure stays in its range, for decades", (t) => {
  fc.assert(
    fc.property(history(), later, (log, at) => {
      const evidence = rebuildPair(log);
      const tie = measureTie(evidence, "a", at);
      within(tie.strength, Number.MIN_VALUE, 1 - Number.EPSILON, "strength");
      within(tie.confidence, 0, 1 - Number.EPSILON, "confidence");
      within(tie.contactProbability.days365, 0, 1, "days365");
      within(tie.reciprocity.contact, 0, 1, "reciprocity.contact");
      within(tie.reciprocity.help, 0, 1, "reciprocity.help");
      within(tie.reciprocity.balance.contact, -1, 1, "balance.contact");
      within(tie.reciprocity.balance.help, -1, 1, "balance.help");
      within(tie.reciprocity.initiativeShare, 0, 1, "initiativeShare");
      within(tie.cadence.expectedDays, Number.MIN_VALUE, 1e5, "expectedDays");
      within(tie.cadence.overdueDays, 0, 1e5, "overdueDays");
      within(personContactProbability(evidence, at, at, 90), 0, 1, "personContactProbability");
    }),
    { numRuns: 500 },
  );
  t.end();
});

t.test("a longer horizon never makes contact less likely", (t) => {
  const horizon = fc.double({ min: 0, max: 5000, noNaN: true });
  fc.assert(
    fc.property(history(), later, horizon, horizon, (log, at, one, other) => {
      const evidence = rebuildPair(log);
      const near = contactProbability(evidence, at, Math.min(one, other)) ?? 0;
      const far = contactProbability(evidence, at, Math.max(one, other)) ?? 0;
      check(near <= far, `${near} > ${far}`);
    }),
    { numRuns: 500 },
  );
  t.equal(contactProbability(rebuildPair([at(0)]), 0, 0), 0);
  t.throws(() => contactProbability(rebuildPair([at(0)]), 0, -1), /Give 0 or more/);
  t.end();
});

t.test("the order of two ties by strength is the same at every moment", (t) => {
  fc.assert(
    fc.property(history(), history(), later, later, (one, other, soon, late) => {
      const [x, y] = [rebuildPair(one), rebuildPair(other)];
      if (x.contactDays === 0 || y.contactDays === 0) return;
      // Closer than rounding is a draw.
      if (Math.abs(x.log2Weight - y.log2Weight) < 1e-9) return;
      const stored = Math.sign(x.log2Weight - y.log2Weight);
      for (const moment of [soon, late]) {
        const order = Math.sign((strength(x, moment) ?? 0) - (strength(y, moment) ?? 0));
        check(order === stored, `order ${order} at ${moment}, ${stored} as stored`);
      }
    }),
    { numRuns: 500 },
  );
  t.end();
});

t.test("what is undefined is null, and only that", (t) => {
  fc.assert(
    fc.property(history(4), later, (log, moment) => {
      const isFriction = ({ type }: Interaction) => type === "conflict" || type === "repair";
      const { helpDaysAb, helpDaysBa } = rebuildPair(log);
      const hasContact = log.some((entry) => !isFriction(entry));
      const hasHelp = helpDaysAb + helpDaysBa > 0;
      const nulls = nullsOf(measureTie(rebuildPair(log), "b", moment));
      const help = ["reciprocity.help", "reciprocity.balance.help"];
      for (const name of nulls.measures) {
        check(help.includes(name) ? !hasHelp : !hasContact, `${name} is null`);
      }
      const expected = hasContact ? (hasHelp ? 0 : 2) : 14;
      check(nulls.measures.length === expected, `${nulls.measures}: not ${expected} nulls`);
    }),
    { numRuns: 500 },
  );
  t.end();
});

t.test("without evidence there is no strength, not a strength of 0", (t) => {
  const tie = measureTie(emptyEvidence, "a", 0);
  t.match(tie, { strength: null, band: "none", trend: null, confidence: 0, strained: false });
  t.equal(tie.reciprocity.standing, "unknown");
  t.equal(tie.cadence.dueAt, null);
  t.equal(tieWeight(emptyEvidence, 0), 0);
  t.equal(reachOutProbability(emptyEvidence, "a", 0, 30), null);
  t.end();
});

t.test("the two sides of a pair agree on what they share and mirror what they do not", (t) => {
  fc.assert(
    fc.property(history(), later, (log, moment) => {
      const evidence = rebuildPair(log);
      const [a, b] = [measureTie(evidence, "a", moment), measureTie(evidence, "b", moment)];
      for (const field of ["strength", "band", "trend", "strained", "confidence"] as const) {
        check(a[field] === b[field], field);
      }
      check(a.reciprocity.contact === b.reciprocity.contact, "reciprocity");
      const mirrored = (x: number | null, y: number | null) => x === y || x === -(y ?? Number.NaN);
      check(mirrored(a.reciprocity.balance.contact, b.reciprocity.balance.contact), "balance");
      check(mirrored(a.reciprocity.balance.help, b.reciprocity.balance.help), "help balance");
      const shares =
        (a.reciprocity.initiativeShare ?? 0.5) + (b.reciprocity.initiativeShare ?? 0.5);
      check(Math.abs(shares - 1) < 1e-12, "initiative shares add up to 1");
      check(a.evidence.given === b.evidence.received, "given");
      check(a.evidence.lastOutboundAt === b.evidence.lastInboundAt, "outbound");
    }),
    { numRuns: 300 },
  );
  t.end();
});

t.test("swapping the two people in every interaction swaps the sides", (t) => {
  fc.assert(
    fc.property(history(), later, (log, moment) => {
      const swapped = log.map((entry) => ({ ...entry, from: entry.to, to: entry.from }));
      const straight = measureTie(rebuildPair(log), "a", moment);
      const mirror = measureTie(rebuildPair(swapped), "b", moment);
      check(JSON.stringify(straight) === JSON.stringify(mirror), "not the same tie");
    }),
    { numRuns: 200 },
  );
  t.end();
});

t.test("silence only ever lowers the band", (t) => {
  fc.assert(
    fc.property(history(), later, later, (log, one, other) => {
      const evidence = rebuildPair(log);
      const early = bands.indexOf(measureTie(evidence, "a", Math.min(one, other)).band);
      const late = bands.indexOf(measureTie(evidence, "a", Math.max(one, other)).band);
      check(early <= late, `${bands[early]} became ${bands[late]}`);
    }),
    { numRuns: 300 },
  );
  t.end();
});

function at(occurredAt: number): Interaction {
  return { type: "call", from: "ada", to: "ben", occurredAt };
}

function nullsOf({ evidence: _, ...measures }: TieMeasures): { measures: string[] } {
  const found: string[] = [];
  const visit = (value: unknown, path: string) => {
    if (value === null) found.push(path);
    else if (typeof value === "object") {
      for (const [key, inner] of Object.entries(value as object)) {
        visit(inner, path ? `${path}.${key}` : key);
      }
    }
  };
  const { cadence, ...rest } = measures;
  const { declaredDays: _declared, ...measured } = cadence;
  visit({ ...rest, cadence: measured }, "");
  return { measures: found };
}
