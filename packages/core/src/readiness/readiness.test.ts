import fc from "fast-check";
import t from "tap";
import {
  type AskKind,
  askKinds,
  askReadiness,
  type Interaction,
  interactionCategory,
  MS_PER_DAY,
  type ReadinessFacts,
  readinessRules,
  rebuildPair,
} from "../index.ts";
import { EPOCH, history, later } from "../testing/arbitraries.ts";

const day = (n: number) => EPOCH + n * MS_PER_DAY;
const on = (n: number, type: string, from = "ben", to = "ada"): Interaction => ({
  ...{ type, from, to, occurredAt: day(n) },
});
const often = (until: number) =>
  Array.from({ length: 20 }, (_, i) =>
    on(until - i * 7, "message", i % 2 ? "ada" : "ben", i % 2 ? "ben" : "ada"),
  );

const factsOf = (log: readonly Interaction[], more: Partial<ReadinessFacts> = {}) => ({
  person: "ada",
  to: "ben",
  evidence: rebuildPair(log),
  paused: false,
  exchanges: log.filter((one) => ["help", "courtesy"].includes(interactionCategory(one))),
  needs: [],
  ...more,
});
const asked = (log: readonly Interaction[], kind: AskKind, more: Partial<ReadinessFacts> = {}) => {
  const { ready, code, firstSteps } = askReadiness(factsOf(log, more), kind, day(0));
  return [ready, code, ...firstSteps];
};

t.test("who never met first meets", async (t) => {
  t.same(asked([], "information"), [false, "stranger", "meet"]);
});

t.test("a weak tie can be asked for information, not for a referral", async (t) => {
  const log = [on(-400, "meeting")];
  t.same(asked(log, "information"), [true, "ready"]);
  t.same(asked(log, "referral"), [false, "reconnectFirst", "reconnect"]);
  t.same(askReadiness(factsOf(log), "referral", day(0)).readyFor, ["information"]);
});

t.test("a warm tie can be asked for anything", async (t) => {
  for (const kind of askKinds) t.same(asked(often(-2), kind), [true, "ready"]);
});

t.test("a new tie takes a little time first", async (t) => {
  const log = [on(-2, "meeting"), on(-1, "message"), on(-1, "message", "ada", "ben")];
  t.same(asked(log, "job").slice(0, 1), [false]);
});

t.test("thanks and news come before the next ask, but not before a question", async (t) => {
  const log = [...often(-2), on(-20, "introduction")];
  t.same(asked(log, "referral"), [false, "thankFirst", "thank", "reportBack"]);
  t.same(asked(log, "information"), [true, "ready", "thank", "reportBack"]);
  const told = [...log, on(-1, "update", "ada", "ben")];
  t.same(asked(told, "referral"), [true, "ready"]);
});

t.test("after friction comes the repair, and a paused tie is resumed first", async (t) => {
  const strained = [...often(-2), on(-1, "conflict")];
  t.same(asked(strained, "information"), [false, "strained", "repair"]);
  t.same(asked(often(-2), "information", { paused: true }), [false, "paused", "resume"]);
});

t.test("something to offer is named, and is no condition", async (t) => {
  t.same(asked(often(-2), "job", { needs: ["ask"] }), [true, "ready", "offerHelp"]);
});

t.test("it is ready exactly when it is ready for that kind, and says the first step", async () => {
  fc.assert(
    fc.property(
      history(),
      fc.constantFrom(...askKinds),
      later,
      fc.boolean(),
      (log, kind, at, paused) => {
        const found = askReadiness(factsOf(log, { paused }), kind, at);
        t.equal(found.ready, found.readyFor.includes(kind));
        t.equal(found.ready, found.code === "ready");
        t.ok(found.ready || found.firstSteps.length > 0);
        t.equal(new Set(found.firstSteps).size, found.firstSteps.length);
      },
    ),
    { numRuns: 100 },
  );
});

t.test("whoever may be asked for a heavier thing may be asked for information", async () => {
  fc.assert(
    fc.property(history(), later, (log, at) => {
      const { readyFor } = askReadiness(factsOf(log), "job", at, { rules: readinessRules });
      t.ok(readyFor.length === 0 || readyFor[0] === "information");
    }),
    { numRuns: 100 },
  );
});
