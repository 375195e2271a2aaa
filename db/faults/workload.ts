import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type Database, DatabaseUnavailable } from "../src/connection/index.ts";

const workers = 16;
const tenant = "00000000-0000-7000-8000-000000000001";
/** The longest an operation may take: deadline, wait for a connection, and some room. */
const hungAfterMs = 6_000 + 2_000 + 500;

type Result = "ok" | "failed" | "unknown";

export interface Tally {
  readonly ok: number;
  readonly failed: number;
  readonly unknown: number;
  readonly hung: number;
  readonly otherErrors: readonly string[];
}

/**
 * Sixteen workers that each write two rows per transaction, as long as they are let, and remember
 * what they were told became of every one.
 */
export class Workload {
  readonly results = new Map<number, Result>();
  #database: Database;
  #running = true;
  #pending = new Map<number, number>();
  #hung = new Set<number>();
  #otherErrors = new Set<string>();
  #successes: number[] = [];
  #workers: Promise<void>[];
  static #nextId = 1;

  constructor(database: Database) {
    this.#database = database;
    this.#workers = Array.from({ length: workers }, () => this.#work());
  }

  /** Milliseconds from `at` to the first transaction that succeeded after it, or null. */
  firstSuccessAfter(at: number): number | null {
    const found = this.#successes.find((time) => time >= at);
    return found === undefined ? null : found - at;
  }

  async stop(): Promise<Tally> {
    this.#running = false;
    const all = Promise.all(this.#workers);
    await Promise.race([all, sleep(hungAfterMs, undefined, { ref: false })]);
    for (const id of this.#pending.keys()) this.#hung.add(id);
    const count = (result: Result) =>
      [...this.results.values()].filter((value) => value === result).length;
    return {
      ok: count("ok"),
      failed: count("failed"),
      unknown: count("unknown"),
      hung: this.#hung.size,
      otherErrors: [...this.#otherErrors],
    };
  }

  async #work(): Promise<void> {
    while (this.#running) {
      const id = Workload.#nextId++;
      const startedAt = performance.now();
      this.#pending.set(id, startedAt);
      const result = await this.#writeTwice(id);
      this.#pending.delete(id);
      this.results.set(id, result);
      if (performance.now() - startedAt > hungAfterMs) this.#hung.add(id);
      if (result === "ok") this.#successes.push(performance.now());
      // Paced, so that a run has thousands of transactions, not as many as the machine can do.
      await sleep(result === "ok" ? 4 : 20);
    }
  }

  async #writeTwice(id: number): Promise<Result> {
    try {
      await this.#database.withTenant(tenant, async (tx) => {
        await tx.execute(sql`insert into fault_operations (id, part) values (${id}, 1)`);
        await tx.execute(sql`select pg_sleep(0.002)`);
        await tx.execute(sql`insert into fault_operations (id, part) values (${id}, 2)`);
      });
      return "ok";
    } catch (error) {
      if (error instanceof DatabaseUnavailable) return error.outcome;
      this.#otherErrors.add(String(error));
      return "failed";
    }
  }
}

/** Operations whose rows contradict what the worker was told. */
export function contradictions(
  results: ReadonlyMap<number, Result>,
  written: ReadonlyMap<number, number>,
): string[] {
  const wrong: string[] = [];
  for (const [id, result] of results) {
    const rows = written.get(id) ?? 0;
    const allowed = result === "ok" ? [2] : result === "failed" ? [0] : [0, 2];
    if (!allowed.includes(rows)) wrong.push(`operation ${id} was ${result}, ${rows} of 2 rows`);
  }
  return wrong;
}
