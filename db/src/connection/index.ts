export { createDatabase, type Database, type TransactionOptions } from "./database.ts";
export { DatabaseUnavailable, type Outcome, TransactionDeadline } from "./errors.ts";
export type { DatabaseEvent, DatabaseOptions } from "./options.ts";
export type { PoolStats } from "./pool.ts";
export { type Statement, statement } from "./statement.ts";
export type { TenantTx } from "./tenant-tx.ts";
