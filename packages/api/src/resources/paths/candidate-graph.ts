import type { Band, Instant } from "@kith/core";

/** A tie that a path might lead over. */
export interface CandidateTie {
  from: string;
  to: string;
  log2Weight: number;
  lastContactAt: Instant;
  strength: number;
  /** Chance of contact within 90 days. */
  p90: number;
  band: Band;
  strained: boolean;
  paused: boolean;
}

/**
 * Leaves what can lie on a chain from the requester to a target within so many hops: of the people
 * between, at most `most`, those through whom the likeliest chain runs.
 */
export function prune(
  ties: readonly CandidateTie[],
  from: string,
  targets: ReadonlySet<string>,
  { hops, most }: { hops: number; most: number },
): { ties: CandidateTie[]; between: string[] } {
  const start = chancesFrom(ties, new Set([from]), hops);
  const end = chancesFrom(ties, targets, hops);
  const chances = new Map<string, number>();
  for (const { from: one, to: other } of ties) {
    for (const person of [one, other]) {
      if (person === from || targets.has(person) || chances.has(person)) continue;
      chances.set(person, through(person, start, end, hops));
    }
  }
  const between = [...chances]
    .filter(([, chance]) => chance > 0)
    .sort(([x, chanceX], [y, chanceY]) => chanceY - chanceX || (x < y ? -1 : 1))
    .slice(0, most)
    .map(([person]) => person);
  const kept = new Set([from, ...targets, ...between]);
  return { ties: ties.filter(({ from, to }) => kept.has(from) && kept.has(to)), between };
}

/** For each number of hops, the likeliest chain of that length from the origins to a person. */
function chancesFrom(
  ties: readonly CandidateTie[],
  origins: ReadonlySet<string>,
  hops: number,
): Map<string, number>[] {
  const byHops = [new Map([...origins].map((person) => [person, 1]))];
  for (let hop = 1; hop < hops; hop++) {
    const before = byHops[hop - 1] as Map<string, number>;
    const reached = new Map<string, number>();
    const reach = (from: string, to: string, p90: number) => {
      const chance = (before.get(from) ?? 0) * p90;
      if (chance > (reached.get(to) ?? 0)) reached.set(to, chance);
    };
    for (const { from, to, p90 } of ties) {
      reach(from, to, p90);
      reach(to, from, p90);
    }
    byHops.push(reached);
  }
  return byHops;
}

function through(
  person: string,
  start: readonly Map<string, number>[],
  end: readonly Map<string, number>[],
  hops: number,
): number {
  let best = 0;
  for (let out = 1; out < hops; out++) {
    for (let back = 1; out + back <= hops; back++) {
      best = Math.max(best, (start[out]?.get(person) ?? 0) * (end[back]?.get(person) ?? 0));
    }
  }
  return best;
}
