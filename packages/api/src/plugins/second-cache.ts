import type { Clock } from "../clock.ts";

const keptMs = 1_000;
const most = 10_000;

/** Remembers what a credential stands for, for a second: so long may a revoked one go on elsewhere. */
export class SecondCache<T> {
  #entries = new Map<string, { value: T; until: number }>();
  #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get(key: string): T | null {
    const entry = this.#entries.get(key);
    return entry && entry.until > this.#clock.now() ? entry.value : null;
  }

  set(key: string, value: T): void {
    const entry = this.#entries.get(key);
    if (entry && entry.until > this.#clock.now()) return; // using it must not prolong its stay
    if (this.#entries.size >= most) this.#entries.clear();
    this.#entries.set(key, { value, until: this.#clock.now() + keptMs });
  }

  clear(): void {
    this.#entries.clear();
  }
}
