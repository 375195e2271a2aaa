import fc from "fast-check";
import t from "tap";
import {
  type Band,
  bands,
  concerns,
  type PerceptionFacts,
  perceptionCheck,
  perceptionDecisions,
  perceptionRules,
} from "../index.ts";

const strangers: PerceptionFacts = {
  strength: null,
  band: "none",
  helpGiven: 0,
  helpReceived: 0,
  strained: false,
  personal: false,
  household: false,
  businessPartner: false,
  mentoring: false,
  managesSubject: false,
  reportsToSubject: false,
};

const amount = fc.double({ min: 0, max: 5, noNaN: true });
const facts: fc.Arbitrary<PerceptionFacts> = fc.record({
  strength: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  band: fc.constantFrom<Band>(...bands),
  helpGiven: amount,
  helpReceived: amount,
  strained: fc.boolean(),
  personal: fc.boolean(),
  household: fc.boolean(),
  businessPartner: fc.boolean(),
  mentoring: fc.boolean(),
  managesSubject: fc.boolean(),
  reportsToSubject: fc.boolean(),
});
const decision = fc.constantFrom(...perceptionDecisions);

/** At least as close as both in every respect. */
function closer(x: PerceptionFacts, y: PerceptionFacts): PerceptionFacts {
  const merged = Object.entries(x).map(([name, value]) => {
    const other = y[name as keyof PerceptionFacts];
    if (typeof value === "boolean") return [name, value || other];
    if (name === "band") {
      return [name, bands[Math.min(bands.indexOf(x.band), bands.indexOf(y.band))]];
    }
    if (value === null || other === null) return [name, value ?? other];
    return [name, Math.max(value as number, other as number)];
  });
  return Object.fromEntries(merged) as unknown as PerceptionFacts;
}

t.test("more closeness never lowers a concern, nor takes a reason away", (t) => {
  fc.assert(
    fc.property(decision, facts, facts, (decision, x, y) => {
      const [less, more] = [perceptionCheck(decision, x), perceptionCheck(decision, closer(x, y))];
      const codes = new Set(more.reasons.map(({ code }) => code));
      return (
        concerns.indexOf(more.concern) >= concerns.indexOf(less.concern) &&
        less.reasons.every(({ code }) => codes.has(code))
      );
    }),
  );
  t.end();
});

t.test(
  "the concern is the highest of its reasons, and there is advice exactly where it is any",
  (t) => {
    fc.assert(
      fc.property(decision, facts, (decision, facts) => {
        const { concern, reasons, advice } = perceptionCheck(decision, facts);
        const highest = Math.max(0, ...reasons.map(({ concern }) => concerns.indexOf(concern)));
        return concerns[highest] === concern && advice.length > 0 === (concern !== "none");
      }),
    );
    t.end();
  },
);

t.test("strangers give no concern, whatever is decided", (t) => {
  for (const decision of perceptionDecisions) {
    t.same(perceptionCheck(decision, strangers), { concern: "none", reasons: [], advice: [] });
  }
  t.end();
});

t.test("knowing somebody well is what an endorsement is for, and a conflict in an award", (t) => {
  const close = { ...strangers, strength: 0.6, band: "core" as const };
  t.equal(perceptionCheck("endorsement", close).concern, "low");
  const award = perceptionCheck("award", close);
  t.match(award, {
    concern: "high",
    reasons: [{ code: "strong_tie", evidence: { strength: 0.6 } }],
  });
  t.same(
    award.advice.map(({ code }) => code),
    ["disclose", "recuse", "second_reviewer"],
  );
  t.end();
});

t.test("every rule can be reached, says what it saw, and has a code of its own", (t) => {
  const all: PerceptionFacts = {
    strength: 0.9,
    band: "core",
    helpGiven: 2,
    helpReceived: 2,
    strained: true,
    personal: true,
    household: true,
    businessPartner: true,
    mentoring: true,
    managesSubject: true,
    reportsToSubject: true,
  };
  const { reasons } = perceptionCheck("hire", all);
  t.equal(new Set(reasons.map(({ code }) => code)).size, perceptionRules.length);
  for (const { code, evidence } of reasons) t.ok(Object.keys(evidence).length > 0, code);
  t.end();
});
