/** Average precision: the mean, over positives, of the precision at their score (ties together). */
export function averagePrecision(
  scores: ArrayLike<number>,
  labels: readonly boolean[],
): number | null {
  const order = labels.map((_, index) => index);
  order.sort((x, y) => (scores[y] as number) - (scores[x] as number));
  let hits = 0;
  let sum = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    let found = 0;
    while (end < order.length && scores[order[end] as number] === scores[order[start] as number]) {
      if (labels[order[end] as number]) found += 1;
      end += 1;
    }
    hits += found;
    sum += found * (hits / end);
    start = end;
  }
  return hits === 0 ? null : sum / hits;
}

/** The mean of what is defined; null when nothing is. */
export function mean(values: Iterable<number | null>): number | null {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (value === null) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}
