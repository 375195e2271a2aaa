import fc from "fast-check";
import t from "tap";
import {
  askMatch,
  askState,
  contactProbability,
  expiryOf,
  type HelperCandidate,
  helpChance,
  isAddressed,
  isBusyHelping,
  loadFactor,
  MS_PER_DAY,
  noLoad,
  rankHelpers,
  rankWays,
  reachOutProbability,
  rebuildPair,
  stranger,
} from "../index.ts";
import { history, LATEST } from "../testing/arbitraries.ts";

const at = LATEST;
const evidenceOf = (days: readonly number[], from = "ben", to = "ada") =>
  rebuildPair(days.map((day) => ({ type: "advice", from, to, occurredAt: at - day * MS_PER_DAY })));

const needs = { skills: ["Looms", "Algebra"], topics: [], organization: null };
const candidate = (more: Partial<HelperCandidate>): HelperCandidate => ({
  person: "ben",
  means: { terms: [], offer: null, helpedBefore: 0 },
  load: noLoad,
  seenAt: at,
  evidence: null,
  pathChance: null,
  helpedAsker: 0,
  ...more,
});

t.test("an ask is open until it expires or is closed", async (t) => {
  const expiresAt = expiryOf(at);
  t.equal(expiresAt, at + 30 * MS_PER_DAY);
  t.equal(askState({ closedAt: null, expiresAt }, expiresAt - 1), "open");
  t.equal(askState({ closedAt: null, expiresAt }, expiresAt), "expired");
  t.equal(askState({ closedAt: at, expiresAt }, expiresAt), "closed");
  t.equal(askState({ closedAt: null, expiresAt: null }, at), "open");
});

t.test("an audience is what its owner says, and private is nobody", async (t) => {
  const declared = { roles: ["peer"], context: null, circle: "inner" };
  const peer = { contact: false, declared };
  const to = (audience: Parameters<typeof isAddressed>[0]["audience"], more: object = {}) =>
    isAddressed({ audience, circles: ["inner"], people: ["ben"], ...more }, "ben", peer);
  t.ok(to("public") && to("network") && to("colleagues") && to("circles") && to("people"));
  t.notOk(to("trusted") || to("private"));
  t.notOk(to("circles", { circles: ["outer"] }) || to("people", { people: ["cat"] }));
  const alone = { circles: ["inner"], people: [] };
  t.notOk(isAddressed({ audience: "network", ...alone }, "ben", stranger));
  t.notOk(isAddressed({ audience: "circles", ...alone }, "ben", stranger));
});

t.test("help chance is reaching out, less the longer unseen, split into two factors", async () => {
  fc.assert(
    fc.property(history(), fc.integer({ min: 0, max: 400 }), (events, unseen) => {
      const evidence = rebuildPair(events);
      const found = helpChance(evidence, "a", at - unseen * MS_PER_DAY, at);
      if (evidence.contactDays === 0) return found === null;
      const seen = helpChance(evidence, "a", at, at);
      if (!found || !seen) return false;
      const reach = reachOutProbability(evidence, "a", at, 90) ?? 0;
      return (
        Math.abs(found.warmth * found.willingness - found.chance) < 1e-12 &&
        found.warmth === contactProbability(evidence, at, 90) &&
        Math.abs(seen.chance - reach) < 1e-12 &&
        found.chance <= seen.chance
      );
    }),
  );
});

t.test("capability grows with terms, offers and past help, and is never nothing", async (t) => {
  const value = (terms: string[], offers = false, helpedBefore = 0) =>
    askMatch(needs, { terms, offer: offers ? { terms: [] } : null, helpedBefore }).value;
  t.equal(value([]), 0.1);
  t.ok(value(["looms"]) > value([]));
  t.ok(value(["looms", "ALGEBRA "]) > value(["looms"]));
  t.ok(value([], true) > value([]));
  t.ok(value([], false, 2) > value([], false, 1));
  t.ok(value(["looms", "algebra"], true, 1000) <= 1);
  t.same(askMatch(needs, { terms: ["looms"], offer: null, helpedBefore: 0 }).covered, ["Looms"]);
  const open = { skills: [], topics: [], organization: null };
  t.equal(
    askMatch(open, { terms: ["x"], offer: null, helpedBefore: 0 }).value,
    askMatch(open, { terms: [], offer: null, helpedBefore: 0 }).value,
  );
});

t.test("being busy is measured by one's own usual days", async (t) => {
  const usual = { waiting: 0, helpDays: 20, usualHelpDays: 20 };
  t.equal(loadFactor(usual), 1);
  t.notOk(isBusyHelping(usual));
  t.ok(isBusyHelping({ ...usual, usualHelpDays: 5 }));
  t.ok(loadFactor({ ...usual, usualHelpDays: 5 }) < 1);
  t.equal(loadFactor({ ...noLoad, waiting: 5 }), 0.5);
});

t.test("who has no tie, and nothing to offer or no path, is not listed", async (t) => {
  const ids = (of: HelperCandidate[]) => rankHelpers("ada", needs, of, at).map((h) => h.person);
  const knows = { terms: ["looms"], offer: null, helpedBefore: 0 };
  t.same(ids([candidate({})]), []);
  t.same(ids([candidate({ pathChance: 0.2 })]), []);
  t.same(ids([candidate({ means: knows })]), []);
  t.same(ids([candidate({ means: knows, pathChance: 0.2 })]), ["ben"]);
  t.same(ids([candidate({ evidence: evidenceOf([1]) })]), ["ben"]);
});

t.test("warmer, more willing, more capable and less busy comes first, with reasons", async (t) => {
  const evidence = evidenceOf([1, 5, 9]);
  const knows = { terms: ["looms"], offer: null, helpedBefore: 0 };
  const base = { person: "cat", evidence: evidenceOf([1, 5, 9], "cat") };
  const order = (better: Partial<HelperCandidate>) =>
    rankHelpers("ada", needs, [candidate(base), candidate({ evidence, ...better })], at);
  t.equal(order({ means: knows })[0]?.person, "ben");
  t.equal(
    order({ seenAt: at - 300 * MS_PER_DAY, load: { ...noLoad, waiting: 3 } })[1]?.person,
    "ben",
  );
  t.same(order({ means: { ...knows, offer: { terms: [] } }, helpedAsker: 3 })[0]?.reasons, [
    { code: "offers" },
    { code: "knows", terms: ["Looms"] },
    { code: "helpedYou", days: 3 },
    { code: "inTouch", band: "active" },
  ]);
});

t.test("the order does not depend on the order of candidates", async () => {
  const people = ["ben", "cat", "dan", "eve", "fay"];
  const all = people.map((person, index) =>
    candidate({ person, evidence: evidenceOf([1 + (index % 2) * 9], person) }),
  );
  const expected = rankHelpers("ada", needs, all, at);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      const found = rankHelpers("ada", needs, shuffled, at);
      return found.every((helper, index) => helper.person === expected[index]?.person);
    }),
  );
});

t.test("ways to help are ranked by what one can give, and to people who are near", async (t) => {
  const way = (id: string, more: object = {}) => ({
    ...{ kind: "ask" as const, id, capability: 0.5, named: false, evidence: null },
    ...more,
  });
  const near = evidenceOf([1, 2, 3]);
  const order = (...ways: ReturnType<typeof way>[]) => rankWays(ways, at).map(({ id }) => id);
  t.same(order(way("a"), way("b", { capability: 0.9 })), ["b", "a"]);
  t.same(order(way("a"), way("b", { evidence: near })), ["b", "a"]);
  t.same(order(way("a"), way("b", { named: true })), ["b", "a"]);
  t.same(order(way("a", { kind: "milestone" }), way("b", { kind: "goal" }), way("c")), [
    "c",
    "b",
    "a",
  ]);
  const given = evidenceOf([1, 2, 3], "ben", "ada");
  const received = evidenceOf([1, 2, 3], "ada", "ben");
  const [one, other] = rankWays(
    [way("a", { evidence: given }), way("b", { evidence: received })],
    at,
  );
  t.equal(one?.score, other?.score, "whoever helped whom before");
});
