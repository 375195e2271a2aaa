import {
  contactProbability,
  groundedContactProbability,
  MS_PER_DAY,
  midRanks,
  personContactProbability,
} from "../src/index.ts";
import type { AskedPair, CutOff } from "./cut-offs.ts";

/** A way to score pairs. Higher = contact within `days` is likelier. */
export interface Predictor {
  readonly name: string;
  readonly isProbability: boolean;
  score(cutOff: CutOff, pairs: readonly AskedPair[], days: (pair: AskedPair) => number): number[];
}

const recency = (pairs: readonly AskedPair[]) =>
  pairs.map(({ evidence }) => evidence.lastContactAt ?? -Infinity);
const frequency = (pairs: readonly AskedPair[]) => pairs.map(({ events }) => events);

/** The rules that contact managers use, and ours. */
export const predictors: readonly Predictor[] = [
  {
    name: "recency",
    isProbability: false,
    score: (_, pairs) => recency(pairs),
  },
  {
    name: "frequency",
    isProbability: false,
    score: (_, pairs) => frequency(pairs),
  },
  {
    // Recency and frequency by rank; the log has no third, monetary, part.
    name: "RFM",
    isProbability: false,
    score: (_, pairs) => {
      const ranks = midRanks(recency(pairs));
      return Array.from(midRanks(frequency(pairs)), (rank, index) => rank + (ranks[index] ?? 0));
    },
  },
  {
    name: "decay 30 d",
    isProbability: false,
    score: ({ at }, pairs) => pairs.map(({ log2Decay30 }) => log2Decay30 - at / MS_PER_DAY / 30),
  },
  {
    name: "clock",
    isProbability: true,
    score: ({ at }, pairs, days) =>
      pairs.map((pair) => contactProbability(pair.evidence, at, days(pair)) ?? 0),
  },
  {
    name: "clock + person",
    isProbability: true,
    score: ({ at }, pairs, days) =>
      pairs.map(
        (pair) => personContactProbability(pair.evidence, pair.seenAt, at, days(pair)) ?? 0,
      ),
  },
  {
    name: "clock + person + ground",
    isProbability: true,
    score: ({ at }, pairs, days) =>
      pairs.map((pair) => groundedContactProbability(pair.evidence, pair, at, days(pair)) ?? 0),
  },
];
