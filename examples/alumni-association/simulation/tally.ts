import { DAY_MS } from "./calendar.ts";
import type { Interaction } from "./journal.ts";
import { pairKey } from "./tie-book.ts";

/** What the finished interactions say: the basis for matching controls to what was planted. */
export interface Tally {
  received(person: string, since: number, until: number): number;
  alters(person: string): number;
  contactDays(pair: readonly [string, string], until: number): number;
  lastContactAt(pair: readonly [string, string]): number;
}

export function tallyOf(interactions: Interaction[]): Tally {
  const inbound = new Map<string, number[]>();
  const alters = new Map<string, Set<string>>();
  const pairs = new Map<string, number[]>();
  const push = (map: Map<string, number[]>, key: string, at: number) => {
    const list = map.get(key);
    if (list) list.push(at);
    else map.set(key, [at]);
  };
  const meet = (person: string, other: string) => {
    const known = alters.get(person);
    if (known) known.add(other);
    else alters.set(person, new Set([other]));
  };
  for (const { from, to, occurredAt } of interactions) {
    for (const recipient of to) {
      push(inbound, recipient, occurredAt);
      push(pairs, pairKey(from, recipient), occurredAt);
      meet(from, recipient);
      meet(recipient, from);
    }
  }
  const ofPair = ([x, y]: readonly [string, string]) => pairs.get(pairKey(x, y)) ?? [];
  return {
    received: (person, since, until) =>
      (inbound.get(person) ?? []).filter((at) => at >= since && at < until).length,
    alters: (person) => alters.get(person)?.size ?? 0,
    contactDays: (pair, until) =>
      new Set(
        ofPair(pair)
          .filter((at) => at < until)
          .map((at) => Math.floor(at / DAY_MS)),
      ).size,
    lastContactAt: (pair) => ofPair(pair).at(-1) ?? Number.NEGATIVE_INFINITY,
  };
}
