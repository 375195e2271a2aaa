import { DatabaseUnavailable, isRetriable, TransactionDeadline } from "./errors.ts";
import { type DatabaseOptions, settingsOf } from "./options.ts";
import { Pool, type PoolStats } from "./pool.ts";
import type { TenantTx } from "./tenant-tx.ts";
import { runTransaction } from "./transaction.ts";

export interface TransactionOptions {
  /** PostgreSQL refuses writes; the answer does not wait for COMMIT. */
  readonly readOnly?: boolean;
  /** Longest the call may take in all, in place of the database's `transactionTimeoutMs`. */
  readonly deadlineMs?: number;
  /**
   * PostgreSQL may keep a statement's plan instead of planning each time for the values at hand. For
   * transactions whose statements all go by keys, so that no tenant's size would change a plan.
   */
  readonly keepPlans?: boolean;
}

export interface Database {
  /**
   * Runs `fn` in one transaction that sees the rows of one tenant. After a deadlock or serialisation
   * failure `fn` runs again (at most three times more), so it must have no effect but its queries.
   * Throws what `fn` throws, PostgreSQL's errors unchanged, or {@link DatabaseUnavailable}.
   */
  withTenant<T>(
    tenantId: string,
    fn: (tx: TenantTx) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>;
  /** Resolves when the database answers, throws {@link DatabaseUnavailable} when it does not. */
  ping(): Promise<void>;
  /** Refuses new work, gives what runs a moment to finish, then closes everything. */
  end(): Promise<void>;
  stats(): PoolStats;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const retries = 3;
const endGraceMs = 1_500;

export function createDatabase(options: DatabaseOptions): Database {
  const settings = settingsOf(options);
  const pool = new Pool(settings);
  let ended: Promise<void> | null = null;

  async function withTenant<T>(
    tenantId: string,
    fn: (tx: TenantTx) => Promise<T>,
    {
      readOnly = false,
      deadlineMs = settings.transactionTimeoutMs,
      keepPlans = false,
    }: TransactionOptions = {},
  ): Promise<T> {
    // SET takes no parameters: this check is what keeps the tenant from being SQL.
    if (typeof tenantId !== "string" || !uuid.test(tenantId)) {
      throw new TypeError("The tenant must be a UUID in lower-case canonical form.");
    }
    if (!Number.isInteger(deadlineMs) || deadlineMs < 1) {
      throw new TypeError(`deadlineMs must be a whole number of at least 1, not ${deadlineMs}.`);
    }
    const until = performance.now() + deadlineMs;
    const statementTimeoutMs = deadlineMs === settings.transactionTimeoutMs ? null : deadlineMs;
    const request = { tenantId, readOnly, until, statementTimeoutMs, keepPlans };
    for (let attempt = 1; ; attempt++) {
      const connection = await pool.acquire(
        Math.max(1, Math.min(settings.slotTimeoutMs, until - performance.now())),
      );
      try {
        return await runTransaction(connection, request, fn);
      } catch (error) {
        if (error instanceof TransactionDeadline) {
          settings.onEvent({ kind: "transactionDeadline", afterMs: deadlineMs });
        } else if (error instanceof DatabaseUnavailable) {
          settings.onEvent({ kind: "connectionLost", reason: String(error.cause) });
        }
        if (!isRetriable(error) || attempt > retries || performance.now() > until) throw error;
        settings.onEvent({ kind: "retry", attempt, error });
      } finally {
        pool.release(connection);
      }
      await pause(Math.random() * 20 * 2 ** attempt);
    }
  }

  async function ping(): Promise<void> {
    const connection = await pool.acquire(settings.slotTimeoutMs);
    const timer = setTimeout(
      () => connection.destroy("it does not answer a ping"),
      settings.connectTimeoutMs,
    );
    try {
      await connection.ask("select 1");
    } catch (error) {
      connection.destroy("a ping failed");
      throw new DatabaseUnavailable("The database does not answer.", "failed", error);
    } finally {
      clearTimeout(timer);
      pool.release(connection);
    }
  }

  return {
    withTenant,
    ping,
    end: () => {
      ended ??= pool.end(endGraceMs);
      return ended;
    },
    stats: () => pool.stats(),
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
