import t from "tap";
import { builtInRoles, type Interaction, inverseRoles, real, rebuildPair } from "../index.ts";

const log = (...events: [from: string, to: string, type: string][]): Interaction[] =>
  events.map(([from, to, type], n) => ({ from, to, type, occurredAt: n * 86_400_000 }));

t.test("a tie is real when both reached out and both helped", (t) => {
  const of = (...events: [string, string, string][]) => real(rebuildPair(log(...events)));
  t.same(of(), { incentive: null, capability: null });
  t.same(of(["a", "b", "conflict"]), { incentive: null, capability: null });
  t.same(of(["a", "b", "message"]), { incentive: false, capability: null });
  t.same(of(["a", "b", "call"], ["b", "a", "call"]), { incentive: true, capability: null });
  t.same(of(["a", "b", "advice"], ["b", "a", "thanks"]), { incentive: true, capability: false });
  t.same(of(["a", "b", "advice"], ["b", "a", "lead"]), { incentive: true, capability: true });
  t.end();
});

t.test("the inverse of an inverse role is the role itself", (t) => {
  for (const role of builtInRoles) {
    const inverse = inverseRoles[role];
    if (inverse !== null) t.equal(inverseRoles[inverse], role);
  }
  t.end();
});
