import type { WeightedFlow } from "../graph/network-reciprocity.ts";
import { type WeightedEdge, type WeightedGraph, weightedGraph } from "../graph/weighted-graph.ts";
import type { Instant } from "../instant.ts";
import type { Model } from "../model/model.ts";
import type { PathGraph, PathTie } from "../path/path-graph.ts";
import { introducerWillingness } from "../path/willingness.ts";
import { helpReciprocity } from "../relationship/reciprocity.ts";
import { contactProbability } from "../tie/contact-probability.ts";
import { isStrained } from "../tie/strain.ts";
import { strength } from "../tie/strength.ts";
import { contactFlow } from "../tie/tie-weight.ts";
import type { PairStore } from "./pair-store.ts";

/** What people said that a path search has to respect. */
export interface PathConsent {
  /** Whether either of two people has paused their tie. */
  isPaused(one: string, other: string): boolean;
  /** Whether a person does not introduce. */
  isClosed(person: string): boolean;
}

/** The store as a path search for a requester, or for nobody, reads it: ties by their chance. */
export function pathGraph(
  store: PairStore,
  at: Instant,
  model: Model,
  requester: string | null,
  { isPaused, isClosed }: PathConsent,
): PathGraph {
  return {
    ties: (person) => {
      const ties: PathTie[] = [];
      store.forEachOf(person, (pair, to) => {
        const evidence = store.evidenceOf(pair, at);
        ties.push({
          to,
          probability: contactProbability(evidence, at, model.bandHorizonDays, model) ?? 0,
          strained: isStrained(evidence),
          paused: isPaused(person, to),
        });
      });
      return ties;
    },
    person: (id) => {
      const degree = degreeOf(store, id, at);
      if (degree === 0) return undefined;
      const facts = {
        openToIntroduce: !isClosed(id),
        reciprocity:
          requester === null || id === requester
            ? null
            : helpReciprocity(store.evidence(requester, id, at)),
      };
      const { openToIntroduce } = facts;
      return { degree, openToIntroduce, willingness: introducerWillingness(facts), facts };
    },
  };
}

/** With how many people a person has been in contact. */
export function degreeOf(store: PairStore, person: string, at: Instant): number {
  let degree = 0;
  store.forEachOf(person, (pair) => {
    if (store.log2Weight(pair, at) > -Infinity) degree += 1;
  });
  return degree;
}

/** A person, everybody they have a tie with, and the ties among all of them, by strength. */
export function egoNetworkOf(
  store: PairStore,
  person: string,
  at: Instant,
  model: Model,
): WeightedGraph {
  const strengthOf = (pair: number) => strength(store.evidenceOf(pair, at), at, model) ?? 0;
  const edges: WeightedEdge[] = [];
  const alters = new Set<string>();
  store.forEachOf(person, (pair, alter) => {
    const weight = strengthOf(pair);
    // Friction alone is no tie, and a strength that has faded below what a number holds is none.
    if (weight === 0) return;
    alters.add(alter);
    edges.push({ a: person, b: alter, weight });
  });
  for (const alter of alters) {
    store.forEachOf(alter, (pair, other) => {
      if (alter >= other || !alters.has(other)) return;
      const weight = strengthOf(pair);
      if (weight > 0) edges.push({ a: alter, b: other, weight });
    });
  }
  return weightedGraph(edges, [person]);
}

/** Every pair's contact in both directions, by weight. */
export function* contactFlows(store: PairStore, at: Instant, model: Model): Iterable<WeightedFlow> {
  for (const pair of store.pairs()) {
    const { a, b } = store.ends(pair);
    const { given, received } = contactFlow(store.evidenceOf(pair, at), "a", at, model);
    yield { from: a, to: b, weight: given };
    yield { from: b, to: a, weight: received };
  }
}
