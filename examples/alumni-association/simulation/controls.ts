/** Gives every planted item the free candidate that is nearest to it; each candidate serves once. */
export function matchControls<P, C>(
  planted: readonly P[],
  candidates: readonly C[],
  distance: (planted: P, candidate: C) => number,
): (C | null)[] {
  const free = new Set(candidates);
  return planted.map((item) => {
    let nearest: C | null = null;
    let shortest = Number.POSITIVE_INFINITY;
    for (const candidate of free) {
      const away = distance(item, candidate);
      if (away < shortest) [nearest, shortest] = [candidate, away];
    }
    if (nearest !== null) free.delete(nearest);
    return nearest;
  });
}
