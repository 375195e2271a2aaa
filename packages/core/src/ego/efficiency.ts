import type { WeightedGraph } from "../graph/weighted-graph.ts";
import { effectiveSize } from "./effective-size.ts";

/**
 * Efficiency: the part of a person's alters that is not redundant.
 *
 *   efficiency = effective size / number of alters
 *
 * Range (0, 1]. Undefined (null) without alters. Source: Burt 1992.
 */
export function efficiency(graph: WeightedGraph, ego: string): number | null {
  const size = effectiveSize(graph, ego);
  return size === null ? null : size / graph.neighbours(ego).size;
}
