import { DAY_MS } from "./calendar.ts";
import { partSize } from "./casting.ts";
import { type KnownTie, pairKey } from "./tie-book.ts";
import type { World } from "./world.ts";

export type Pair = [string, string];

/** Pairs whose story is decided beforehand, with the instant at which it turns. */
export interface PlantedPairs {
  fading: { pair: Pair; since: number }[];
  dormant: { pair: Pair; since: number }[];
  /** As dense as the fading and dormant ones, but going on: the pool of controls. */
  steady: Pair[];
  strained: { pair: Pair; conflictAt: number }[];
  repaired: { pair: Pair; conflictAt: number }[];
}

/**
 * Takes friendships that last all the period, each person in one planted pair at most, and tells
 * the journal about the silences to come.
 */
export function plantPairs(world: World): PlantedPairs {
  const { calendar, journal, members } = world;
  const own = world.random.fork("planting");
  const length = calendar.end - calendar.start;
  const taken = new Set<string>();
  const pool = own.shuffle(world.ties.all().filter((tie) => lastsThroughout(world, tie)));
  const take = (share: number): Pair[] => {
    const pairs: Pair[] = [];
    for (const { a, b } of pool) {
      if (pairs.length === partSize(members.length, share)) break;
      if (taken.has(a) || taken.has(b)) continue;
      taken.add(a).add(b);
      pairs.push([a, b]);
    }
    return pairs;
  };
  const before = (min: number, max: number) =>
    calendar.end - Math.floor(own.between(min, max) * (length / DAY_MS)) * DAY_MS;

  // Shares of the period: of two years, 9-18 % are two to four months, 40-55 % ten to thirteen.
  const fading = take(0.04).map((pair) => ({ pair, since: before(0.09, 0.18) }));
  const dormant = take(0.03).map((pair) => ({ pair, since: before(0.4, 0.55) }));
  const strained = take(0.025).map((pair) => ({ pair, conflictAt: before(0.03, 0.2) }));
  const repaired = take(0.025).map((pair) => ({ pair, conflictAt: before(0.06, 0.2) }));
  const steady = take(0.15);
  for (const { pair, since } of [...fading, ...dormant]) journal.silencePair(...pair, since);
  for (const { pair, conflictAt } of strained) {
    journal.silencePair(...pair, conflictAt + DAY_MS, 0.12);
  }
  return { fading, dormant, steady, strained, repaired };
}

const lastsThroughout = ({ calendar, member }: World, tie: KnownTie): boolean =>
  tie.kinds.has("friend") &&
  tie.from <= calendar.firstDay &&
  tie.to >= calendar.lastDay &&
  member(tie.a).part === null &&
  member(tie.b).part === null;

/** The pairs that must have been close for their story to mean something. */
export function densePairs(planted: PlantedPairs): Set<string> {
  const { fading, dormant, strained, repaired, steady } = planted;
  const stories = [...fading, ...dormant, ...strained, ...repaired].map(({ pair }) => pair);
  return new Set([...stories, ...steady].map((pair) => pairKey(...pair)));
}

/** The neglected: from a day in the last fifth of the period on, nobody writes to them. */
export function plantNeglect(world: World): Map<string, number> {
  const { calendar, members, journal } = world;
  const own = world.random.fork("neglect");
  const since = new Map<string, number>();
  for (const { id, part } of members) {
    if (part !== "neglected") continue;
    const days = Math.floor(((calendar.end - calendar.start) / DAY_MS) * own.between(0.14, 0.2));
    since.set(id, calendar.end - days * DAY_MS);
    journal.silenceInbound(id, calendar.end - days * DAY_MS);
  }
  return since;
}
