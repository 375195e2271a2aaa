import { totalWeight, type WeightedGraph } from "../graph/weighted-graph.ts";

/**
 * Effective size: the number of alters, less what they overlap with each other.
 *
 *   sum over alters j of (1 - sum over alters q of p_iq m_jq)
 *   p_iq = w_iq / sum_k w_ik        m_jq = w_jq / max_k w_jk
 *
 * Unit: people; range (0, degree]: the degree when no two alters know each other, 1 when all do
 * equally. Undefined (null) without alters. On an unweighted network it is n - 2t / n with t ties
 * among n alters (Borgatti 1997). Source: Burt 1992, as networkx 2.8 `effective_size` computes it
 * with weights. Give the ego network (`egoNetwork`) for the measure of one person's surroundings;
 * on a whole graph the maximum is taken over all of an alter's ties.
 */
export function effectiveSize(graph: WeightedGraph, ego: string): number | null {
  const alters = graph.neighbours(ego);
  if (alters.size === 0) return null;
  const total = totalWeight(alters);
  let size = 0;
  for (const alter of alters.keys()) {
    const theirs = graph.neighbours(alter);
    let strongest = 0;
    let overlap = 0;
    for (const [other, weight] of theirs) {
      strongest = Math.max(strongest, weight);
      overlap += weight * (alters.get(other) ?? 0);
    }
    size += 1 - overlap / (total * strongest);
  }
  return size;
}
