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
}

/**
 * Runs `fn` between BEGIN and COMMIT on a connection that is this transaction's alone. Leaves the
 * connection either idle or broken, whatever happens.
 */
export async function runTransaction<T>(
  connection: Connection,
  request: TransactionRequest,
  fn: (tx: TenantTx) => Promise<T>,
): Promise<T> {
  const statements = new Statements(connection);
  // COMMIT of a read-only transaction decides nothing, so nothing can become unknown.
  let outcome: Outcome = "failed";
  const deadline = deadlineOf(request.until, () => outcome);
  const guarded = <V>(work: PromiseLike<V>) =>
    Promise.race([work, connection.lost, deadline.passed]);
  try {
    // Not awaited: it leaves in one packet with the first query of `fn`.
    const begin = connection.query(beginText(request));
    begin.catch(() => {});
    const result = await guarded(work(fn, statements, request.tenantId));
    await guarded(begin);
    statements.close();
    if (request.readOnly) {
      connection.query("commit").catch(() => connection.destroy("a read was not ended"));
      return result;
    }
    if (connection.broken) await connection.lost;
    outcome = "unknown";
    const committed = await guarded(connection.query("commit"));
    // PostgreSQL answers COMMIT of a transaction with a failed statement by rolling back.
    if (committed.command !== "COMMIT") throw statements.firstError ?? notCommitted();
    return result;
  } catch (error) {
    statements.close();
    throw await settle(connection, error, outcome, guarded);
  } finally {
    deadline.clear();
  }
}

function notCommitted(): Error {
  return new Error("The transaction was rolled back by the database.");
}

/** `fn` may throw before it returns a promise. */
async function work<T>(
  fn: (tx: TenantTx) => Promise<T>,
  statements: Statements,
  tenantId: string,
): Promise<T> {
  return await fn(tenantTransaction(statements, tenantId));
}

function beginText({ tenantId, readOnly, statementTimeoutMs }: TransactionRequest): string {
  const begin = readOnly ? "begin read only" : "begin";
  const tenant = `set local kith.tenant = '${tenantId}'`;
  if (statementTimeoutMs === null) return `${begin}; ${tenant}`;
  return `${begin}; ${tenant}; set local statement_timeout = ${statementTimeoutMs}; set local idle_in_transaction_session_timeout = ${statementTimeoutMs}`;
}

/** Ends what is left of the transaction and says what to tell the caller. */
async function settle(
  connection: Connection,
  error: unknown,
  outcome: Outcome,
  guarded: <V>(work: PromiseLike<V>) => Promise<V>,
): Promise<unknown> {
  if (error instanceof TransactionDeadline) {
    connection.destroy("the transaction's deadline passed");
    return error;
  }
  if (endsSession(error)) connection.destroy(String(error));
  if (connection.broken) {
    return (
      fromTimeLimit(error) ??
      new DatabaseUnavailable("The connection to the database was lost.", outcome, error)
    );
  }
  try {
    await guarded(connection.query("rollback"));
  } catch {
    connection.destroy("a rollback failed");
  }
  return fromTimeLimit(error) ?? error;
}

function deadlineOf(until: number, outcome: () => Outcome) {
  let timer: NodeJS.Timeout | undefined;
  const startedAt = performance.now();
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => {
        const took = Math.round(performance.now() - startedAt);
        reject(
          new TransactionDeadline(`The transaction was not over after ${took} ms.`, outcome()),
        );
      },
      Math.max(0, until - startedAt),
    );
  });
  passed.catch(() => {});
  return { passed, clear: () => clearTimeout(timer) };
}
