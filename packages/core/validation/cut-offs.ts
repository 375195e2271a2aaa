import {
  commonGround,
  contactProbability,
  type Instant,
  Log2Sum,
  MS_PER_DAY,
  Network,
  type ObservedInteraction,
  type PairEvidence,
  type PathGraph,
  type PathTie,
  pairOf,
} from "../src/index.ts";
import type { DataSet } from "./data-set.ts";

/** What is known of one pair at a cut-off, and what happened to it afterwards. */
export interface AskedPair {
  readonly u: string;
  readonly v: string;
  readonly evidence: PairEvidence;
  /** The earlier of the two people's last contacts with anyone. */
  readonly seenAt: Instant;
  /** Events so far, and their sum decayed with a half-life of 30 days: for the rules. */
  readonly events: number;
  readonly log2Decay30: number;
  /** Seconds from the cut-off to the next contact; Infinity for never. */
  readonly nextSeconds: number;
  readonly lapseWindowDays: number | null;
  /** How warmly the two are joined through others. */
  readonly commonGround: number;
}

export interface CutOff {
  readonly set: string;
  readonly at: Instant;
  readonly horizonDays: number;
  readonly pairs: readonly AskedPair[];
  /** How long the log goes on after the cut-off. */
  readonly daysAfter: number;
  /** Everything known at the cut-off. */
  readonly network: Network;
  /** Seconds from the cut-off to the next contact of any two people; Infinity for never. */
  nextSeconds(one: string, other: string): number;
  /** Everybody in contact with anyone after the cut-off, and how soon. */
  readonly nextSeen: ReadonlyMap<string, number>;
}

/** Replays a set in order of time and stops at each cut-off: nothing later is known there. */
export function* cutOffs(set: DataSet): Iterable<CutOff> {
  const network = new Network();
  const counts = new Map<string, { events: number; decay: Log2Sum }>();
  let known = 0;
  for (const cutoff of set.cutoffs) {
    const arrived: ObservedInteraction[] = [];
    while (known < set.seconds.length && (set.seconds[known] as number) <= cutoff) {
      const [from, to] = [set.from[known] as string, set.to[known] as string];
      const seconds = set.seconds[known] as number;
      arrived.push({ type: "message", from, to, occurredAt: seconds * 1000 });
      const count = counts.get(keyOf(from, to)) ?? { events: 0, decay: new Log2Sum() };
      counts.set(keyOf(from, to), count);
      count.events += 1;
      count.decay.add(seconds / 86_400 / 30);
      known += 1;
    }
    network.observe(arrived);
    const { next, nextSeen } = contactsAfter(set, known, cutoff);
    const nextSeconds = (one: string, other: string) => next.get(keyOf(one, other)) ?? Infinity;
    const seen = new Map<string, Instant>();
    const seenAt = (person: string) => {
      const at = seen.get(person) ?? network.lastSeenAt(person) ?? -Infinity;
      seen.set(person, at);
      return at;
    };
    const graph = contactGraph(network, counts.keys(), cutoff * 1000);
    const pairs = set.questions
      .filter((question) => question.cutoff === cutoff)
      .map(({ u, v, lapseWindowDays }): AskedPair => {
        const count = counts.get(keyOf(u, v));
        return {
          u,
          v,
          evidence: network.evidence(u, v),
          seenAt: Math.min(seenAt(u), seenAt(v)),
          events: count?.events ?? 0,
          log2Decay30: count?.decay.log2 ?? -Infinity,
          nextSeconds: nextSeconds(u, v),
          lapseWindowDays,
          commonGround: commonGround(graph, u, v),
        };
      });
    const { name, horizonDays } = set;
    const daysAfter = ((set.seconds.at(-1) ?? cutoff) - cutoff) / 86_400;
    const at = cutoff * 1000;
    yield { set: name, at, horizonDays, daysAfter, pairs, network, nextSeconds, nextSeen };
  }
}

/** The label of the protocol: contact within the horizon. */
export function isContacted({ nextSeconds }: AskedPair, days: number): boolean {
  return nextSeconds <= days * 86_400;
}

/** Live: in contact within the last six horizons. */
export function isLive(pair: AskedPair, { at, horizonDays }: CutOff): boolean {
  return isSilentAtMost(pair, at, 6 * horizonDays);
}

export function isSilentAtMost({ evidence }: AskedPair, at: Instant, days: number): boolean {
  return evidence.lastContactAt !== null && at - evidence.lastContactAt <= days * MS_PER_DAY;
}

/** Everybody's ties by their chance of contact, measured once. */
function contactGraph(network: Network, keys: Iterable<string>, at: Instant): PathGraph {
  const ties = new Map<string, PathTie[]>();
  const add = (person: string, tie: PathTie) => {
    const known = ties.get(person);
    if (known) known.push(tie);
    else ties.set(person, [tie]);
  };
  for (const key of keys) {
    const [one, other] = key.split(" ") as [string, string];
    const probability = contactProbability(network.evidence(one, other), at, 90) ?? 0;
    add(one, { to: other, probability });
    add(other, { to: one, probability });
  }
  return {
    ties: (person) => ties.get(person) ?? [],
    person: (id) => ({ degree: ties.get(id)?.length ?? 0, openToIntroduce: true }),
  };
}

function contactsAfter(set: DataSet, start: number, cutoff: number) {
  const next = new Map<string, number>();
  const nextSeen = new Map<string, number>();
  for (let row = start; row < set.seconds.length; row++) {
    const [from, to] = [set.from[row] as string, set.to[row] as string];
    const seconds = (set.seconds[row] as number) - cutoff;
    if (!next.has(keyOf(from, to))) next.set(keyOf(from, to), seconds);
    if (!nextSeen.has(from)) nextSeen.set(from, seconds);
    if (!nextSeen.has(to)) nextSeen.set(to, seconds);
  }
  return { next, nextSeen };
}

function keyOf(one: string, other: string): string {
  const { a, b } = pairOf(one, other);
  return `${a} ${b}`;
}
