import type { WeightedGraph } from "../graph/weighted-graph.ts";

/**
 * Local clustering: how much a person's alters know each other.
 *
 *   C = sum over pairs of alters (j, k) of (w_ij w_ik w_jk)^(1/3) / (w_max d (d - 1) / 2)
 *
 * d = number of alters, w_max = the largest weight of the graph given; with equal weights, the share
 * of pairs of alters that have a tie. Range [0, 1]. Undefined (null) with fewer than two alters,
 * where networkx says 0. Source: Onnela, Saramaki, Kertesz & Kaski 2005, as networkx 2.8
 * `clustering` computes it with weights. `maxWeight` may be given where it is known.
 */
export function clustering(
  graph: WeightedGraph,
  ego: string,
  maxWeight: number = largestWeight(graph),
): number | null {
  const alters = graph.neighbours(ego);
  const degree = alters.size;
  if (degree < 2) return null;
  let sum = 0;
  for (const [one, weight] of alters) {
    const theirs = graph.neighbours(one);
    for (const [other, between] of theirs) {
      const otherWeight = one < other ? alters.get(other) : undefined;
      if (otherWeight === undefined) continue;
      sum += Math.cbrt((weight / maxWeight) * (otherWeight / maxWeight) * (between / maxWeight));
    }
  }
  return (2 * sum) / (degree * (degree - 1));
}

/** The largest weight of a graph; 0 when it has no tie. */
export function largestWeight(graph: WeightedGraph): number {
  let largest = 0;
  for (const person of graph.people()) {
    for (const weight of graph.neighbours(person).values()) largest = Math.max(largest, weight);
  }
  return largest;
}
