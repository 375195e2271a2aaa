/**
 * What became of a transaction that the database could not serve: `failed`, nothing was written, or
 * `unknown`, the connection was lost while COMMIT was on its way and it may or may not be there.
 */
export type Outcome = "failed" | "unknown";

/** The database could not serve. Safe to try again later; when `unknown`, only if idempotent. */
export class DatabaseUnavailable extends Error {
  readonly outcome: Outcome;

  constructor(message: string, outcome: Outcome, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.outcome = outcome;
  }
}

/** The transaction took longer than its deadline, on our side or by the server's own limits. */
export class TransactionDeadline extends DatabaseUnavailable {}

/** The fields of a PostgreSQL error that decide what to do with it. */
export interface ServerError extends Error {
  readonly code: string;
  readonly severity: string;
  readonly routine?: string;
}

export function isServerError(error: unknown): error is ServerError {
  return error instanceof Error && "severity" in error && "code" in error;
}

/** FATAL and PANIC end the session: what they say is about the server, not about the statement. */
export function endsSession(error: unknown): boolean {
  return isServerError(error) && (error.severity === "FATAL" || error.severity === "PANIC");
}

const serialisationFailure = "40001";
const deadlockDetected = "40P01";
const featureNotSupported = "0A000";

/** True for failures that say "run the whole transaction again". */
export function isRetriable(error: unknown): boolean {
  if (!isServerError(error) || endsSession(error)) return false;
  if (error.code === serialisationFailure || error.code === deadlockDetected) return true;
  // A migration changed a table under a prepared statement; a fresh plan will do.
  return error.code === featureNotSupported && error.routine === "RevalidateCachedQuery";
}

/**
 * A statement cancelled by one of *our* time limits is the database not serving, not a fault of the
 * statement. NOWAIT raises the same code as lock_timeout, from another routine, and is left alone.
 */
export function fromTimeLimit(error: unknown): TransactionDeadline | null {
  if (!isServerError(error)) return null;
  const byTimer = error.routine === "ProcessInterrupts";
  if (byTimer && ["57014", "55P03", "25P03", "25P04"].includes(error.code)) {
    return new TransactionDeadline(`The database gave up: ${error.message}`, "failed", error);
  }
  return null;
}
