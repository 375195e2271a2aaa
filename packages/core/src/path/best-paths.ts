import type { PathGraph, PathHop, PathOptions, PathTie, RankedPath } from "./path-graph.ts";
import { PriorityQueue } from "./priority-queue.ts";
import { introducerFactor } from "./willingness.ts";

/**
 * The k best warm paths from a person to any of the targets, ranked by willingness.
 *
 *   score = product over hops of s * product over introducers of willingness / ln(degree)
 *
 * s = chance of contact within 90 days; for two hops s_ij s_jk / ln(deg_j), which ranks new
 * contacts with AUC .758 against .727 for Adamic-Adar. A direct tie is a path with no introducer.
 * A path visits nobody twice, ends at the first target it meets, and never leads over a strained or
 * paused tie, nor through a person who is not open to introduce or not known to the graph.
 * Range of score: [0, (1 / ln 2)^introducers]; paths of score 0 are left out.
 *
 * Best-first search: a prefix waits under the best score that it could still reach, known from the
 * targets' side by one layer per hop, so paths come out in order and the rest is never listed.
 * Equal scores: fewer hops first, then by the ids on the way.
 */
export function bestPaths(
  graph: PathGraph,
  from: string,
  targets: Iterable<string>,
  { maxIntroducers = 2, limit = 10 }: PathOptions = {},
): RankedPath[] {
  if (!Number.isInteger(maxIntroducers) || maxIntroducers < 0 || maxIntroducers > 3) {
    throw new RangeError(`maxIntroducers is ${maxIntroducers}. Give a whole number from 0 to 3.`);
  }
  const search = new PathSearch(graph, from, new Set(targets), maxIntroducers);
  const queue = new PriorityQueue<Prefix>(comesBefore);
  queue.push({ people: [from], score: 1, bound: Infinity, isComplete: false });
  const found: RankedPath[] = [];
  while (found.length < limit) {
    const prefix = queue.pop();
    if (!prefix) break;
    if (prefix.isComplete) {
      found.push(search.describe(prefix.people));
      continue;
    }
    for (const next of search.extend(prefix, maxIntroducers + 2 - prefix.people.length)) {
      queue.push(next);
    }
  }
  return found;
}

interface Prefix {
  readonly people: readonly string[];
  readonly score: number;
  /** No path that begins so scores higher. */
  readonly bound: number;
  readonly isComplete: boolean;
}

function comesBefore(x: Prefix, y: Prefix): boolean {
  if (x.bound !== y.bound) return x.bound > y.bound;
  if (x.people.length !== y.people.length) return x.people.length < y.people.length;
  for (const [index, person] of x.people.entries()) {
    const other = y.people[index] as string;
    if (person !== other) return person < other;
  }
  return false;
}

class PathSearch {
  readonly #graph: PathGraph;
  readonly #targets: Set<string>;
  readonly #ties = new Map<string, PathTie[]>();
  readonly #factors = new Map<string, number>();
  /** Per number of hops: from whom a target can be reached, and the best score, repeats allowed. */
  readonly #layers: ReadonlyMap<string, number>[] = [new Map()];

  constructor(graph: PathGraph, from: string, targets: Set<string>, hops: number) {
    this.#graph = graph;
    this.#targets = targets;
    targets.delete(from);
    for (let hop = 1; hop <= hops; hop++) this.#layers.push(this.#nextLayer());
  }

  /** Every way to go on from a prefix that can still end at a target within the hops left. */
  *extend(prefix: Prefix, hopsLeft: number): Iterable<Prefix> {
    const person = prefix.people.at(-1) as string;
    for (const { to, probability } of this.#usableTies(person)) {
      if (prefix.people.includes(to)) continue;
      const reached = prefix.score * probability;
      if (this.#targets.has(to)) {
        const people = [...prefix.people, to];
        if (reached > 0) yield { people, score: reached, bound: reached, isComplete: true };
        continue;
      }
      const rest = this.#layers[hopsLeft - 1]?.get(to);
      if (rest === undefined) continue;
      const score = reached * this.#factor(to);
      const bound = score * rest;
      if (bound > 0) yield { people: [...prefix.people, to], score, bound, isComplete: false };
    }
  }

  describe(people: readonly string[]): RankedPath {
    const hops = people.slice(1).map((to, index): PathHop => {
      const from = people[index] as string;
      const tie = this.#usableTies(from).find((candidate) => candidate.to === to);
      return { from, to, probability: tie?.probability ?? 0 };
    });
    const introducers = people.slice(1, -1).map((person) => {
      const { degree = 0, willingness = 1, facts } = this.#graph.person(person) ?? {};
      const factor = this.#factor(person);
      return { person, degree, willingness, factor, ...(facts && { facts }) };
    });
    const probability = hops.reduce((product, hop) => product * hop.probability, 1);
    return {
      target: people.at(-1) as string,
      people,
      hops,
      introducers,
      probability,
      score: introducers.reduce((product, { factor }) => product * factor, probability),
      weakestTie: hops.reduce((weakest, hop) =>
        hop.probability < weakest.probability ? hop : weakest,
      ),
    };
  }

  #nextLayer(): Map<string, number> {
    const last = this.#layers.at(-1) ?? new Map<string, number>();
    const layer = new Map(last);
    // Ties are the same from both ends, so those of whoever is near lead to whoever is one further.
    const spread = (from: string, score: number) => {
      if (!(score > 0)) return;
      for (const { to, probability } of this.#usableTies(from)) {
        const reached = score * probability;
        if (reached > (layer.get(to) ?? 0)) layer.set(to, reached);
      }
    };
    if (this.#layers.length === 1) for (const target of this.#targets) spread(target, 1);
    for (const [person, score] of last) {
      if (!this.#targets.has(person)) spread(person, score * this.#factor(person));
    }
    return layer;
  }

  #usableTies(person: string): PathTie[] {
    let ties = this.#ties.get(person);
    if (!ties) {
      ties = [...this.#graph.ties(person)].filter((tie) => !tie.strained && !tie.paused);
      this.#ties.set(person, ties);
    }
    return ties;
  }

  #factor(id: string): number {
    let factor = this.#factors.get(id);
    if (factor === undefined) {
      const person = this.#graph.person(id);
      factor = person ? introducerFactor(person) : 0;
      this.#factors.set(id, factor);
    }
    return factor;
  }
}
