/**
 * log2(2^x + 2^y) without leaving log space; exactly commutative, `-Infinity` is the identity.
 * log1p keeps the small term when the two are far apart.
 */
export function log2Add(x: number, y: number): number {
  const high = Math.max(x, y);
  if (high === -Infinity) return -Infinity;
  return high + Math.log1p(2 ** (Math.min(x, y) - high)) * Math.LOG2E;
}

/**
 * Sums powers of two given by their exponents, and counts them. Terms are added as plain numbers
 * relative to a reference exponent, so that a long history costs one rounding each, not one log.
 */
export class Log2Sum {
  #reference = 0;
  #sum = 0;
  count = 0;

  add(exponent: number): void {
    if (this.count === 0) {
      this.#reference = exponent;
    } else if (exponent > this.#reference + 500) {
      this.#sum *= 2 ** (this.#reference - exponent);
      this.#reference = exponent;
    }
    this.#sum += 2 ** (exponent - this.#reference);
    this.count += 1;
  }

  get log2(): number {
    return this.count === 0 ? -Infinity : this.#reference + Math.log2(this.#sum);
  }
}
