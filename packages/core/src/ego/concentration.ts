/**
 * Concentration: the part of a person's contact that goes to their top alters.
 *
 *   concentration = sum of the 5 largest weights / sum of all weights
 *
 * Range (0, 1]; 1 with five alters or fewer. Undefined (null) when there is no weight. How a person
 * spreads attention is a stable trait (Saramaki et al. 2014): compare it with the same person's own
 * past, not with other people. No ideal number is implied.
 */
export function concentration(weights: Iterable<number>, top = 5): number | null {
  const sorted = [...weights].sort((x, y) => y - x);
  let largest = 0;
  let all = 0;
  for (const [rank, weight] of sorted.entries()) {
    if (rank < top) largest += weight;
    all += weight;
  }
  return all > 0 ? largest / all : null;
}
