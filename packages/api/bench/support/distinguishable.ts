/** Mulberry32: a small generator that a seed repeats. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * How well the first of each pair can be told from the second: the chance that one drawn from the
 * first is greater than one drawn from the second (Mann and Whitney's U), ties counting half.
 */
export function areaUnderCurve(pairs: readonly (readonly [number, number])[]): number {
  const all = pairs.flatMap(([first, second]) => [
    { value: first, isFirst: true },
    { value: second, isFirst: false },
  ]);
  all.sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end++;
    const rank = (start + end + 1) / 2;
    for (let at = start; at < end; at++) if (all[at]?.isFirst) ranks += rank;
    start = end;
  }
  const n = pairs.length;
  return (ranks - (n * (n + 1)) / 2) / (n * n);
}

/** The middle 95 % of what pairs drawn again from these give. */
export function bootstrap(
  pairs: readonly (readonly [number, number])[],
  { draws, random }: { draws: number; random: () => number },
): [number, number] {
  const areas = Array.from({ length: draws }, () =>
    areaUnderCurve(pairs.map(() => pairs[Math.floor(random() * pairs.length)] ?? [0, 0])),
  ).sort((a, b) => a - b);
  const at = (share: number) => areas[Math.floor(share * (draws - 1))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}
