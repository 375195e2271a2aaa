import fc from "fast-check";
import t from "tap";
import {
  capability,
  emptyEvidence,
  incentive,
  MS_PER_DAY,
  realTie,
  rebuildPair,
} from "../index.ts";
import { history, later } from "../testing/arbitraries.ts";

const day = (type: string, from: string, to: string, on: number) => ({
  type,
  from,
  to,
  occurredAt: on * MS_PER_DAY,
});

t.test(
  "incentive is the mean of what has been built, being in touch, and having been helped",
  (t) => {
    const evidence = rebuildPair([day("advice", "a", "b", 100)]);
    const at = 100 * MS_PER_DAY;
    const helper = incentive(evidence, "a", at);
    const helped = incentive(evidence, "b", at);
    t.equal(helper?.reasons.helped, 0);
    t.equal(helped?.reasons.helped, 0.5, "one day of help, just now");
    const { strength = 0, recency = 0 } = helped?.reasons ?? {};
    t.equal(helped?.value, (strength + recency + 0.5) / 3);
    t.equal(incentive(emptyEvidence, "a", at), null);
    t.end();
  },
);

t.test("incentive stays in its range", (t) => {
  fc.assert(
    fc.property(history(), later, (log, at) => {
      const value = incentive(rebuildPair(log), "a", at)?.value ?? 0;
      return value >= 0 && value < 1;
    }),
  );
  t.end();
});

t.test("capability is the part of the other's needs that one can cover", (t) => {
  const giver = { skills: ["Contract  law", "Python"], offers: ["mock interviews"] };
  const found = capability(giver, {
    asks: ["contract law"],
    goals: ["move to Lisbon"],
    lacks: ["PYTHON", "python"],
  });
  t.same(found, {
    value: 2 / 3,
    covered: ["contract law", "PYTHON"],
    uncovered: ["move to Lisbon"],
  });
  t.end();
});

t.test("capability is unknown, not 0, when nothing is named", (t) => {
  t.equal(capability({}, { asks: ["advice"] }), null);
  t.equal(capability({ skills: ["law"] }, {}), null);
  t.equal(capability({ skills: [" "] }, { asks: ["law"] }), null);
  t.match(capability({ skills: ["law"] }, { asks: ["tax"] }), { value: 0 });
  t.end();
});

t.test("a tie is real when both sides have a reason and the means", (t) => {
  const log = Array.from({ length: 12 }, (_, index) =>
    day(index % 3 ? "call" : "advice", index % 2 ? "a" : "b", index % 2 ? "b" : "a", index * 14),
  );
  const evidence = rebuildPair(log);
  const at = 160 * MS_PER_DAY;
  const ada = { skills: ["law"], asks: ["tax"] };
  const ben = { skills: ["tax"], lacks: ["law"] };
  t.match(realTie(evidence, "a", ada, ben, at), { isReal: true, capability: 1 });
  const late = realTie(evidence, "a", ada, ben, at + 3000 * MS_PER_DAY);
  t.equal(late.isReal, false, "no longer any reason");
  t.match(realTie(evidence, "a", ada, { ...ben, skills: ["art"] }, at), { isReal: false });
  t.match(realTie(evidence, "a", ada, {}, at), { isReal: null, capability: null });
  t.match(realTie(emptyEvidence, "a", ada, ben, at), { isReal: null, incentive: null });
  t.end();
});

t.test("both sides agree whether their tie is real", (t) => {
  const facets = fc.record({
    skills: fc.subarray(["law", "tax", "art"]),
    asks: fc.subarray(["law", "tax", "art"]),
  });
  fc.assert(
    fc.property(history(), later, facets, facets, (log, at, one, other) => {
      const evidence = rebuildPair(log);
      const mine = realTie(evidence, "a", one, other, at);
      const theirs = realTie(evidence, "b", other, one, at);
      return mine.isReal === theirs.isReal && mine.incentive === theirs.incentive;
    }),
  );
  t.end();
});

t.test("says why: what speaks for it, what is missing, and what isn't known", (t) => {
  const evidence = rebuildPair([day("advice", "b", "a", 99), day("call", "a", "b", 100)]);
  const ada = { skills: ["law"], asks: ["tax"] };
  const reasons = (own: object, other: object, at = 100) =>
    realTie(evidence, "a", own, other, at * MS_PER_DAY).reasons.map(
      ({ code, of, speaksFor, words }) => [code, of, speaksFor, words.join()],
    );
  t.same(reasons(ada, { skills: ["Tax", "art"], goals: ["sailing"] }), [
    ["littleBuiltUp", "incentive", false, ""],
    ["inTouch", "incentive", true, ""],
    ["theyHelped", "incentive", true, ""],
    ["youCannotHelp", "capability", false, ""],
    ["theyCanHelpWith", "capability", true, "tax"],
  ]);
  t.same(reasons({}, {}, 3000), [
    ["littleBuiltUp", "incentive", false, ""],
    ["outOfTouch", "incentive", false, ""],
    ["youUnknown", "capability", null, ""],
    ["theyUnknown", "capability", null, ""],
  ]);
  t.same(
    realTie(emptyEvidence, "a", {}, {}, 0).reasons.map(({ code }) => code),
    ["youUnknown", "theyUnknown"],
  );
  t.end();
});
