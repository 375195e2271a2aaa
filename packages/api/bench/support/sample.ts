import { MS_PER_DAY, type Network, pairOf } from "@kith/core";
import { type Event, generator } from "./events.ts";

export interface SampledPair {
  from: string;
  to: string;
}

const strangerShare = 0.2;

/** Random pairs, either way round: most that were in contact, one in five of any two people. */
export function samplePairs(
  events: readonly Event[],
  { count, seed }: { count: number; seed: number },
): SampledPair[] {
  const random = generator(seed);
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  const key = (from: string, to: string) => JSON.stringify(Object.values(pairOf(from, to)));
  const met = new Map(events.map((event) => [key(event.from, event.to), event]));
  const pairs = [...met.values()];
  const people = [...new Set(events.flatMap(({ from, to }) => [from, to]))];
  const possible = (people.length * (people.length - 1)) / 2;
  const sample = new Map<string, SampledPair>();
  while (sample.size < Math.min(count, possible)) {
    const isAnyTwo = random() < strangerShare || sample.size >= pairs.length;
    const { from, to } = isAnyTwo ? { from: pick(people), to: pick(people) } : pick(pairs);
    if (from === to) continue;
    sample.set(key(from, to), random() < 0.5 ? { from, to } : { from: to, to: from });
  }
  return [...sample.values()];
}

/** The moments to measure at: the last event, forty days on, and that of the row in the middle. */
export function moments(events: readonly Event[]): { name: string; at: number }[] {
  const times = events.map(({ at }) => at).sort((x, y) => x - y);
  const [middle = 0, last = 0] = [times[times.length >> 1], times.at(-1)];
  return [
    { name: "the last event", at: last },
    { name: "40 days after it", at: last + 40 * MS_PER_DAY },
    { name: "the middle of the past", at: middle },
  ];
}

export const neverMet = (network: Network, { from, to }: SampledPair) =>
  network.interactions(from, to).length === 0;
