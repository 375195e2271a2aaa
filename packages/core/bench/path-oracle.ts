/**
 * Holds the search for paths against trying every chain of people, on real networks.
 *
 *   pnpm bench path-oracle [--data ../shared/data] [--set eu_email --set uboot] [--pairs 20]
 *
 * Pairs, pauses and people who do not introduce are drawn, the same at every run. Of each pair the
 * 20 best paths of up to three introducers must be those that a walk over all simple paths finds.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  contactProbability,
  helpReciprocity,
  isStrained,
  Network,
  type ObservedInteraction,
} from "../src/index.ts";
import { readRows } from "../validation/read-rows.ts";

const root = resolve(import.meta.dirname, "../../..");
const { values } = parseArgs({
  options: {
    data: { type: "string", default: process.env.KITH_DATA ?? resolve(root, "../shared/data") },
    set: { type: "string", multiple: true, default: ["eu_email", "uboot_typed"] },
    pairs: { type: "string", default: "20" },
  },
});
const limit = 20;
/** Types of help that a set names in its own words. */
const types: Record<string, string> = {
  "Reviewed-by": "feedback",
  "Acked-by": "endorsement",
  "Tested-by": "support",
  "Reported-by": "knowledge",
  "Suggested-by": "advice",
  "Co-developed-by": "collaboration",
};

for (const set of values.set) {
  const file = resolve(values.data, `${set}.csv.gz`);
  if (existsSync(file)) check(set, file);
  else console.log(`- ${set} skipped: there is no ${file}; name a folder with --data <folder>`);
}

interface Tie {
  to: string;
  probability: number;
}

function check(set: string, file: string): void {
  const network = new Network();
  const events: ObservedInteraction[] = readRows(file).map(({ type = "message", ...row }) => ({
    ...row,
    type: types[type] ?? type,
  }));
  network.observe(events);
  const at = events.reduce((last, { occurredAt }) => Math.max(last, occurredAt), 0);
  const people = [...network.people()].sort();
  const random = drawing(5);
  const anybody = () => people[Math.floor(random() * people.length)] as string;

  const shut = new Set(people.filter(() => random() < 0.1));
  for (const person of shut) network.setOpenToIntroduce(person, false);
  const known = new Map<string, Set<string>>(people.map((person) => [person, new Set()]));
  for (const { from, to } of events) {
    known.get(from)?.add(String(to));
    known.get(String(to))?.add(from);
  }
  const paused = new Set<string>();
  for (const person of people) {
    for (const to of known.get(person) ?? []) {
      if (random() > 0.02) continue;
      network.declare(person, to, { paused: true });
      paused.add(`${person} ${to}`).add(`${to} ${person}`);
    }
  }
  const ties = new Map(people.map((person) => [person, usable(person)]));
  let [compared, tried] = [0, 0];
  for (let pair = 0; pair < Number(values.pairs); pair++) {
    const [from, target] = [anybody(), anybody()];
    if (from === target) continue;
    for (const maxIntroducers of [1, 2, 3]) {
      const found = network.paths(from, [target], at, { maxIntroducers, limit });
      const expected = everyPath(from, target, maxIntroducers);
      const where = `${set}: ${from} to ${target} by ${maxIntroducers}`;
      if (found.length !== expected.length) {
        throw new Error(`${where}: ${found.length} paths, not ${expected.length}`);
      }
      for (const [place, path] of found.entries()) {
        const best = expected[place] ?? Number.NaN;
        const own = scoreOf(path.people);
        const gap = Math.max(Math.abs(path.score - best), Math.abs(own - best)) / best;
        if (!(gap < 1e-9)) throw new Error(`${where}, path ${place}: ${path.score}, not ${best}`);
        compared += 1;
      }
    }
  }
  console.log(
    `✓ ${set}: ${people.length} people; ${compared.toLocaleString("en")} paths equal the best of ${tried.toLocaleString("en")} chains`,
  );

  function usable(person: string): Tie[] {
    return [...(known.get(person) ?? [])].flatMap((to) => {
      const evidence = network.evidence(person, to, at);
      if (isStrained(evidence) || paused.has(`${person} ${to}`)) return [];
      return [{ to, probability: contactProbability(evidence, at, 90) ?? 0 }];
    });
  }

  function factorOf(from: string, person: string): number {
    if (shut.has(person) || person === from) return 0;
    const reciprocity = helpReciprocity(network.evidence(from, person, at)) ?? 1;
    // Friction alone is no tie.
    const degree = [...(known.get(person) ?? [])].filter(
      (to) => network.evidence(person, to, at).contactDays > 0,
    ).length;
    return (1 + reciprocity) / 2 / Math.log(Math.max(2, degree));
  }

  function scoreOf(path: readonly string[]): number {
    let score = 1;
    for (const [index, person] of path.slice(1).entries()) {
      const tie = ties.get(path[index] as string)?.find(({ to }) => to === person);
      score *= tie?.probability ?? 0;
    }
    for (const person of path.slice(1, -1)) score *= factorOf(path[0] as string, person);
    return score;
  }

  /** The scores of the best of all simple paths, by walking each of them to its end. */
  function everyPath(from: string, target: string, maxIntroducers: number): number[] {
    const factors = new Map(people.map((person) => [person, factorOf(from, person)]));
    let scores: number[] = [];
    const walk = (path: string[], score: number) => {
      for (const { to, probability } of ties.get(path.at(-1) as string) ?? []) {
        if (path.includes(to)) continue;
        tried += 1;
        if (to === target) {
          if (score * probability > 0) scores.push(score * probability);
        } else if (path.length <= maxIntroducers) {
          walk([...path, to], score * probability * (factors.get(to) ?? 0));
        }
      }
      if (scores.length > 100_000) scores = scores.sort((x, y) => y - x).slice(0, limit);
    };
    walk([from], 1);
    return scores.sort((x, y) => y - x).slice(0, limit);
  }
}

/** Numbers in [0, 1) without a clock or randomness. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
