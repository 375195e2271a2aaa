import { totalWeight, type WeightedGraph } from "../graph/weighted-graph.ts";

/**
 * Constraint: how much a person's contacts are invested in each other, so that few ways lead out.
 *
 *   C_i  = sum over alters j of c_ij
 *   c_ij = (p_ij + sum over q of p_iq p_qj)^2        p_ij = w_ij / sum_k w_ik
 *
 * Range (0, 2): 1 for a single alter, 9/8 in a triangle of equal ties, more when two alters have a
 * stronger tie with each other; low with many who do not know each other. Undefined (null) without
 * alters. Source: Burt 1992, as networkx 2.8 `constraint` computes it with
 * weights. Give the ego network for one person's surroundings; on a whole graph, p_qj is a share of
 * all of q's ties. `perAlter` may be given where it is known.
 */
export function constraint(
  graph: WeightedGraph,
  ego: string,
  perAlter: ReadonlyMap<string, number> = localConstraints(graph, ego),
): number | null {
  if (perAlter.size === 0) return null;
  let sum = 0;
  for (const value of perAlter.values()) sum += value;
  return sum;
}

/**
 * Constraint per alter, c_ij: how much of the constraint this one contact brings, directly and
 * through others. The sum over alters is the constraint. Empty without alters.
 */
export function localConstraints(graph: WeightedGraph, ego: string): Map<string, number> {
  const alters = graph.neighbours(ego);
  const total = totalWeight(alters);
  const invested = new Map<string, number>();
  for (const [alter, weight] of alters) invested.set(alter, weight / total);
  for (const [between, weight] of alters) {
    const theirs = graph.neighbours(between);
    const theirTotal = totalWeight(theirs);
    for (const [alter, indirect] of theirs) {
      const known = invested.get(alter);
      if (known === undefined) continue;
      invested.set(alter, known + ((weight / total) * indirect) / theirTotal);
    }
  }
  return new Map(Array.from(invested, ([alter, share]) => [alter, share ** 2]));
}
