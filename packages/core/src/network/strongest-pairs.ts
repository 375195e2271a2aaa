import type { Instant } from "../instant.ts";
import type { Model } from "../model/model.ts";
import type { Pair } from "../pair.ts";
import { PriorityQueue } from "../path/priority-queue.ts";
import { strength } from "../tie/strength.ts";
import type { NetworkPair } from "./network-types.ts";
import type { PairStore } from "./pair-store.ts";

/** The strongest pairs of a store, strongest first; equal ones by their ids. */
export function strongestPairs(
  store: PairStore,
  at: Instant,
  limit: number,
  model: Model,
): NetworkPair[] {
  // The weakest of the best so far waits at the top, to make room for a stronger one.
  const comesBefore = (x: RankedPair, y: RankedPair) =>
    x.log2Weight < y.log2Weight || (x.log2Weight === y.log2Weight && order(x.a, y.a, x.b, y.b) > 0);
  const best = new PriorityQueue<RankedPair>(comesBefore);
  let size = 0;
  let least = -Infinity;
  for (const pair of store.pairs()) {
    const log2Weight = store.log2Weight(pair, at);
    if (log2Weight === -Infinity || (size >= limit && log2Weight < least)) continue;
    best.push({ pair, log2Weight, ...store.ends(pair) });
    size += 1;
    if (size <= limit) continue;
    least = best.pop()?.log2Weight ?? least;
    size -= 1;
  }
  const found: NetworkPair[] = [];
  for (let next = best.pop(); next; next = best.pop()) {
    const value = strength(store.evidenceOf(next.pair, at), at, model);
    if (value !== null) found.push({ a: next.a, b: next.b, strength: value });
  }
  return found.reverse();
}

interface RankedPair extends Pair {
  readonly pair: number;
  readonly log2Weight: number;
}

function order(x: string, y: string, nextX: string, nextY: string): number {
  if (x !== y) return x < y ? -1 : 1;
  return nextX < nextY ? -1 : Number(nextX > nextY);
}
