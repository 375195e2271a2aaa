/** The value below which a share of the sorted values lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;

export const inOrder = (values: readonly number[]): number[] => [...values].sort((x, y) => x - y);

/** How long each of some pieces of work takes, in ms, one after another. */
export async function timesOf<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  for (const item of items) {
    const startedAt = performance.now();
    await work(item);
    times.push(performance.now() - startedAt);
  }
  return times;
}
