import type { Connection } from "./connection.ts";
import {
  DatabaseUnavailable,
  endsSession,
  fromTimeLimit,
  type Outcome,
  TransactionDeadline,
} from "./errors.ts";
import { Statements, type TenantTx, tenantTransaction } from "./tenant-tx.ts";

export interface TransactionRequest {
  readonly tenantId: string;
  readonly readOnly: boolean;
  /** When the whole call must be over, on the clock of `performance.now()`. */
  readonly until: number;
  /** Set when the server's own limit has to differ from the session's. */
  readonly statementTimeoutMs: number | null;
  readonly keepPlans: boolean;
}

/**
 * Runs `fn` between BEGIN and COMMIT on a connection that is this transaction's alone. Leaves the
 * connection either without a transaction or broken, whatever happens.
 */
export async function runTransaction<T>(
  connection: Connection,
  request: TransactionRequest,
  fn: (tx: TenantTx) => Promise<T>,
): Promise<T> {
  const statements = new Statements(connection);
  const limits = new Limits(connection, request.until);
  // Until COMMIT is sent, whatever goes wrong means that nothing is written.
  let outcome: Outcome = "failed";
  try {
    // Not awaited: it leaves in one packet with the first query of `fn`.
    const begin = connection.query(beginText(request));
    begin.catch(() => {});
    const result = await limits.apply(run(fn, statements, request.tenantId));
    await limits.apply(begin);
    statements.close();
    if (request.readOnly) {
      // It decides nothing, so nobody waits for it; the next transaction queues up behind it.
      connection.query("commit").catch(() => connection.destroy("a read could not be ended"));
      return result;
    }
    const commit = connection.query("commit");
    outcome = "unknown";
    const { command } = await limits.apply(commit);
    // PostgreSQL answers COMMIT of a transaction with a failed statement by rolling back.
    if (command !== "COMMIT") throw statements.firstError ?? new Error(`COMMIT led to ${command}.`);
    return result;
  } catch (error) {
    statements.close();
    throw await settle(connection, error, outcome, limits);
  } finally {
    limits.lift();
  }
}

/** `fn` may throw before it returns a promise. */
async function run<T>(
  fn: (tx: TenantTx) => Promise<T>,
  statements: Statements,
  tenantId: string,
): Promise<T> {
  return await fn(tenantTransaction(statements, tenantId));
}

function beginText(request: TransactionRequest): string {
  const { tenantId, readOnly, statementTimeoutMs, keepPlans } = request;
  // A read sees one moment: a model and the sums made with it, a page and the people on it.
  const mode = readOnly ? "begin isolation level repeatable read, read only" : "begin";
  const begin = [mode, `set local kith.tenant = '${tenantId}'`];
  if (statementTimeoutMs !== null) {
    begin.push(
      `set local statement_timeout = ${statementTimeoutMs}`,
      `set local idle_in_transaction_session_timeout = ${statementTimeoutMs}`,
    );
  }
  if (keepPlans) begin.push("set local plan_cache_mode = auto");
  return begin.join("; ");
}

/** Ends what is left of the transaction and says what to tell the caller. */
async function settle(
  connection: Connection,
  error: unknown,
  outcome: Outcome,
  limits: Limits,
): Promise<unknown> {
  if (limits.passed) {
    connection.destroy("the transaction's deadline passed");
    const message = "The transaction was not over at its deadline.";
    return new TransactionDeadline(message, outcome, error);
  }
  if (endsSession(error)) connection.destroy(String(error));
  if (connection.broken) {
    const lost = new DatabaseUnavailable("The connection was lost.", outcome, error);
    return outcome === "unknown" ? lost : (fromTimeLimit(error) ?? lost);
  }
  try {
    // Awaited, so that its locks are gone when the caller hears of the failure.
    await limits.apply(connection.query("rollback"));
  } catch {
    connection.destroy("a rollback failed");
  }
  return fromTimeLimit(error) ?? error;
}

/** The two things that end a wait for the database: the deadline, and the loss of the connection. */
class Limits {
  /** The deadline has passed. */
  passed = false;
  #stop = Promise.withResolvers<never>();
  #timer: NodeJS.Timeout;
  #forget: () => void;

  constructor(connection: Connection, until: number) {
    this.#stop.promise.catch(() => {});
    this.#forget = connection.whenLost(this.#stop.reject);
    this.#timer = setTimeout(
      () => {
        this.passed = true;
        this.#stop.reject(new Error("The deadline has passed."));
      },
      Math.max(0, until - performance.now()),
    );
  }

  apply<T>(work: PromiseLike<T>): Promise<T> {
    return Promise.race([work, this.#stop.promise]);
  }

  lift(): void {
    clearTimeout(this.#timer);
    this.#forget();
  }
}
