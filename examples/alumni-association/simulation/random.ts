/**
 * Seeded randomness (sfc32). Every process forks its own stream by name, so that a change in one
 * part of the simulation leaves the draws of all others as they were.
 */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** An independent stream that depends on the seed and the label only, not on draws so far. */
  fork(label: string): Random;
  chance(probability: number): boolean;
  /** Both ends included. */
  integer(min: number, max: number): number;
  between(min: number, max: number): number;
  pick<T>(list: readonly T[]): T;
  /** `null` when no item has a positive weight. */
  pickWeighted<T>(list: readonly T[], weightOf: (item: T) => number): T | null;
  sample<T>(list: readonly T[], count: number): T[];
  shuffle<T>(list: readonly T[]): T[];
  normal(): number;
  logNormal(median: number, sigma: number): number;
  exponential(mean: number): number;
  /** Heavy-tailed waiting time (Pareto II): many short gaps, a few very long ones. */
  lomax(mean: number, shape: number): number;
  poisson(mean: number): number;
}

export function createRandom(seed: string): Random {
  const next = sfc32(seed);
  const random: Random = {
    next,
    fork: (label) => createRandom(`${seed}/${label}`),
    chance: (probability) => next() < probability,
    integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
    between: (min, max) => min + next() * (max - min),
    pick: (list) => {
      const item = list[Math.floor(next() * list.length)];
      if (item === undefined) throw new Error("cannot pick from an empty list");
      return item;
    },
    pickWeighted: (list, weightOf) => {
      const weights = list.map((item) => Math.max(0, weightOf(item)));
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      for (const [i, item] of list.entries()) {
        left -= weights[i] ?? 0;
        if (left < 0) return item;
      }
      return null;
    },
    sample: (list, count) => random.shuffle(list).slice(0, count),
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1));
        const [x, y] = [copy[i], copy[j]];
        if (x !== undefined && y !== undefined) [copy[i], copy[j]] = [y, x];
      }
      return copy;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    logNormal: (median, sigma) => median * Math.exp(sigma * random.normal()),
    exponential: (mean) => -mean * Math.log(1 - next()),
    lomax: (mean, shape) => mean * (shape - 1) * ((1 - next()) ** (-1 / shape) - 1),
    poisson: (mean) => {
      const limit = Math.exp(-mean);
      let count = 0;
      for (let product = next(); product > limit; product *= next()) count++;
      return count;
    },
  };
  return random;
}

/** Small Fast Counter, 32 bits (Doty-Humphrey), its state filled by hashing the seed. */
function sfc32(seed: string): () => number {
  let hash = 1779033703 ^ seed.length;
  for (let i = 0; i < seed.length; i++) {
    hash = Math.imul(hash ^ seed.charCodeAt(i), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  const word = () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    hash ^= hash >>> 16;
    return hash | 0;
  };
  let [a, b, c, counter] = [word(), word(), word(), 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}
