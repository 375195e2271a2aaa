import {
  contactProbability,
  type HelpLoad,
  helpChance,
  helpFlow,
  type Instant,
  MS_PER_DAY,
  Network,
  noLoad,
  type PairEvidence,
  rankHelpers,
  sideOf,
  usualHelpDays,
} from "../src/index.ts";
import type { DataSet } from "./data-set.ts";
import { mean } from "./ranking.ts";

const horizonDays = 90;
const firstFew = 10;

export const helpRules = [
  "popularity",
  "recency",
  "frequency",
  "clock",
  "help chance",
  "engine",
] as const;
export type HelpRule = (typeof helpRules)[number];

/** How well one rule names who will help: means over the people who are helped, per cut-off. */
export interface HelpResult {
  readonly mrr: readonly (number | null)[];
  readonly recall10: readonly (number | null)[];
}

export interface HelpRanked {
  readonly name: string;
  /** Whether its rows are help, or only messages. */
  readonly isHelp: boolean;
  /** People who are helped within the horizon by somebody they know, per cut-off. */
  readonly helped: readonly number[];
  /** The share of those who helped within the horizon whom the helped knew before. */
  readonly known: number;
  readonly results: Readonly<Record<HelpRule, HelpResult>>;
}

/** Logs of real help: reviews, tests and reports of code; answers to questions. */
const helpSets: ReadonlySet<string> = new Set(["coreboot", "uboot", "mathoverflow"]);

/** Somebody whom the helped person knows, and what every rule may read of them at the cut-off. */
interface Known {
  readonly person: string;
  readonly evidence: PairEvidence;
  readonly seenAt: Instant | null;
  readonly events: number;
  readonly helpGiven: number;
  readonly load: HelpLoad;
}

/**
 * "Who will help this person next": everybody who gets help within 90 days from somebody they know,
 * at every cut-off. All whom they know are ranked by what was known up to the cut-off only.
 *   MRR        mean of 1 / rank of who helps first (ties share their mean rank)
 *   recall@10  mean share of those who help within the horizon who stand among the first ten
 */
export function scoreHelpRanking(set: DataSet): HelpRanked {
  const past = new Past(set);
  const results = Object.fromEntries(
    helpRules.map((rule) => [rule, { mrr: [], recall10: [] }]),
  ) as unknown as Record<HelpRule, { mrr: (number | null)[]; recall10: (number | null)[] }>;
  const counts: number[] = [];
  let [known, all] = [0, 0];
  for (const cutoff of set.cutoffs) {
    const start = past.replay(cutoff);
    const judged = Object.fromEntries(
      helpRules.map((rule) => [rule, { ranks: [] as number[], recalls: [] as number[] }]),
    ) as Record<HelpRule, { ranks: number[]; recalls: number[] }>;
    for (const [person, helpers] of helpedAfter(set, start, cutoff)) {
      const alters = past.known(person, cutoff);
      const ids = new Set(alters.map((alter) => alter.person));
      const hits = helpers.filter((helper) => ids.has(helper));
      known += hits.length;
      all += helpers.length;
      if (alters.length < 2 || hits.length === 0) continue;
      for (const rule of helpRules) {
        const scores = scoresOf(rule, person, alters, cutoff * 1000);
        const rank = (id: string) => rankOf(scores.get(id) ?? -Infinity, [...scores.values()]);
        judged[rule].ranks.push(1 / rank(hits[0] as string));
        const found = hits.filter((helper) => rank(helper) <= firstFew);
        judged[rule].recalls.push(found.length / hits.length);
      }
    }
    counts.push(judged.engine.ranks.length);
    for (const rule of helpRules) {
      results[rule].mrr.push(mean(judged[rule].ranks));
      results[rule].recall10.push(mean(judged[rule].recalls));
    }
  }
  const isHelp = helpSets.has(set.name);
  return { name: set.name, isHelp, helped: counts, known: known / all, results };
}

function scoresOf(
  rule: HelpRule,
  person: string,
  alters: readonly Known[],
  at: Instant,
): Map<string, number> {
  if (rule === "engine") return engineScores(person, alters, at);
  const score = (alter: Known): number => {
    if (rule === "popularity") return alter.helpGiven;
    if (rule === "recency") return alter.evidence.lastContactAt ?? -Infinity;
    if (rule === "frequency") return alter.events;
    if (rule === "clock") return contactProbability(alter.evidence, at, horizonDays) ?? 0;
    const side = sideOf(alter.person, person);
    return helpChance(alter.evidence, side, alter.seenAt, at)?.chance ?? 0;
  };
  return new Map(alters.map((alter) => [alter.person, score(alter)]));
}

/** As the service ranks an ask that names no terms: nothing but evidence to go by. */
function engineScores(person: string, alters: readonly Known[], at: Instant): Map<string, number> {
  const candidates = alters.map(({ person: helper, evidence, seenAt, load }) => {
    const isA = sideOf(helper, person) === "a";
    const helpedAsker = isA ? evidence.helpDaysAb : evidence.helpDaysBa;
    const means = { terms: [], offer: null, helpedBefore: helpedAsker };
    return { person: helper, means, load, seenAt, evidence, pathChance: null, helpedAsker };
  });
  const needs = { skills: [], topics: [], organization: null };
  const ranked = rankHelpers(person, needs, candidates, at);
  return new Map(ranked.map(({ person: helper, score }) => [helper, score]));
}

function rankOf(score: number, all: readonly number[]): number {
  let [better, equal] = [0, 0];
  for (const other of all) {
    if (other > score) better += 1;
    else if (other === score) equal += 1;
  }
  return better + (equal + 1) / 2;
}

/** Who is helped within the horizon, and by whom in order of time. */
function helpedAfter(set: DataSet, start: number, cutoff: number): Map<string, string[]> {
  const helped = new Map<string, Set<string>>();
  const end = cutoff + horizonDays * 86_400;
  for (let row = start; row < set.seconds.length && (set.seconds[row] as number) <= end; row++) {
    const [from, to] = [set.from[row] as string, set.to[row] as string];
    const helpers = helped.get(to) ?? new Set();
    helped.set(to, helpers.add(from));
  }
  return new Map([...helped].map(([person, helpers]) => [person, [...helpers]]));
}

/** The log so far, replayed in order of time: nothing later is known. */
class Past {
  readonly #set: DataSet;
  readonly #network = new Network();
  readonly #alters = new Map<string, Set<string>>();
  readonly #events = new Map<string, number>();
  readonly #given = new Map<string, number>();
  /** Days on which somebody helped somebody, per helper, in order. */
  readonly #helpDays = new Map<string, { day: number; to: string }[]>();
  #loads = new Map<string, HelpLoad>();
  #row = 0;

  constructor(set: DataSet) {
    this.#set = set;
  }

  /** Up to and including the cut-off; answers the first row after it. */
  replay(cutoff: number): number {
    const { from, to, seconds } = this.#set;
    const arrived = [];
    for (; this.#row < seconds.length && (seconds[this.#row] as number) <= cutoff; this.#row++) {
      const [giver, receiver] = [from[this.#row] as string, to[this.#row] as string];
      const second = seconds[this.#row] as number;
      arrived.push({ type: "advice", from: giver, to: receiver, occurredAt: second * 1000 });
      for (const [one, other] of [
        [giver, receiver],
        [receiver, giver],
      ] as const) {
        this.#alters.set(one, (this.#alters.get(one) ?? new Set()).add(other));
        this.#events.set(`${one} ${other}`, (this.#events.get(`${one} ${other}`) ?? 0) + 1);
      }
      this.#given.set(giver, (this.#given.get(giver) ?? 0) + 1);
      const days = this.#helpDays.get(giver) ?? [];
      this.#helpDays.set(giver, days);
      days.push({ day: Math.floor(second / 86_400), to: receiver });
    }
    this.#network.observe(arrived);
    this.#loads = new Map();
    return this.#row;
  }

  known(person: string, cutoff: number): Known[] {
    return [...(this.#alters.get(person) ?? [])].map((alter) => ({
      person: alter,
      evidence: this.#network.evidence(alter, person),
      seenAt: this.#network.lastSeenAt(alter),
      events: this.#events.get(`${alter} ${person}`) ?? 0,
      helpGiven: this.#given.get(alter) ?? 0,
      load: this.#load(alter, cutoff),
    }));
  }

  #load(person: string, cutoff: number): HelpLoad {
    const known = this.#loads.get(person);
    if (known) return known;
    let weight = 0;
    for (const other of this.#alters.get(person) ?? []) {
      const evidence = this.#network.evidence(person, other);
      weight += helpFlow(evidence, sideOf(person, other), cutoff * 1000).given;
    }
    const since = (cutoff * 1000) / MS_PER_DAY - 30;
    const recent = (this.#helpDays.get(person) ?? []).filter(({ day }) => day > since);
    const helpDays = new Set(recent.map(({ day, to }) => `${day} ${to}`)).size;
    const load = { ...noLoad, helpDays, usualHelpDays: usualHelpDays(weight, 365) };
    this.#loads.set(person, load);
    return load;
  }
}
