/** Lists of `size` items, the last one shorter. */
export async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    if (batch.push(item) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The same items in an order that depends on the seed only (Fisher-Yates over mulberry32). */
export async function* shuffled<T>(items: AsyncIterable<T>, seed: number): AsyncGenerator<T> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  const next = mulberry32(seed);
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const [x, y] = [all[i], all[j]];
    if (x !== undefined && y !== undefined) [all[i], all[j]] = [y, x];
  }
  yield* all;
}

function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
