import type { ExtractTablesWithRelations } from "drizzle-orm";
import { PgDialect, type PgPreparedQuery, type PreparedQueryConfig } from "drizzle-orm/pg-core";
import { PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type { Connection, PendingQuery } from "./connection.ts";

declare const tenantTx: unique symbol;
type NoSchema = Record<string, never>;
type Drizzle = PostgresJsTransaction<NoSchema, ExtractTablesWithRelations<NoSchema>>;

/**
 * A drizzle transaction in which row-level security shows one tenant only. The brand is not exported:
 * `withTenant` alone can make one, so a query that takes a TenantTx cannot be run without a tenant.
 */
export interface TenantTx extends Omit<Drizzle, "transaction" | "setTransaction"> {
  readonly [tenantTx]: true;
  /** For the predicates of queries: they name the tenant too, so that each layer alone isolates. */
  readonly tenantId: string;
  /** A savepoint: what `fn` did is undone when it throws, the rest of the transaction goes on. */
  transaction<T>(fn: (tx: TenantTx) => Promise<T>): Promise<T>;
  /** One text with its values: see `statement`. */
  send<Row>(text: string, values: readonly unknown[]): Promise<Row[]>;
}

/** Hands queries of one transaction to its connection, until that transaction is over. */
export class Statements {
  /** The first statement that failed: the reason when PostgreSQL answers COMMIT with a rollback. */
  firstError: unknown = null;
  #connection: Connection | null;
  #savepoints = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  unsafe(text: string, parameters: readonly unknown[] = []): PendingQuery {
    // Otherwise a forgotten `await` would run its query inside the next tenant's transaction.
    if (!this.#connection) {
      throw new Error("This transaction is over: await every query inside withTenant.");
    }
    const query = this.#connection.query(text, parameters);
    query.catch((error) => {
      this.firstError ??= error;
    });
    return query;
  }

  nextSavepoint(): string {
    return `kith_${++this.#savepoints}`;
  }

  close(): void {
    this.#connection = null;
  }
}

const dialect = new PgDialect();

class Session extends PostgresJsSession<Sql, NoSchema, NoSchema> {
  override prepareQuery(
    ...args: Parameters<PostgresJsSession<Sql, NoSchema, NoSchema>["prepareQuery"]>
  ) {
    const prepared = super.prepareQuery(...args);
    // drizzle wraps errors in one that quotes the parameters: personal data, and the SQLSTATE hidden.
    Object.assign(prepared, {
      queryWithCache: (_text: string, _parameters: unknown[], run: () => Promise<unknown>) => run(),
    });
    return prepared as never;
  }
}

class Transaction extends PostgresJsTransaction<NoSchema, NoSchema> {
  readonly tenantId: string;
  #statements: Statements;
  #session: Session;

  constructor(statements: Statements, tenantId: string) {
    const session = new Session(statements as never, dialect, undefined);
    super(dialect, session as never, undefined);
    this.#statements = statements;
    this.#session = session;
    this.tenantId = tenantId;
  }

  send(text: string, values: readonly unknown[]): Promise<unknown> {
    const query = { sql: text, params: [...values] };
    const prepared = this.#session.prepareQuery(query, undefined, undefined, false);
    return (prepared as PgPreparedQuery<PreparedQueryConfig>).execute();
  }

  override async transaction<T>(fn: (tx: never) => Promise<T>): Promise<T> {
    const name = this.#statements.nextSavepoint();
    await this.#statements.unsafe(`savepoint ${name}`);
    try {
      const result = await fn(this as never);
      await this.#statements.unsafe(`release savepoint ${name}`);
      return result;
    } catch (error) {
      await this.#statements.unsafe(`rollback to savepoint ${name}`);
      throw error;
    }
  }
}

export function tenantTransaction(statements: Statements, tenantId: string): TenantTx {
  return new Transaction(statements, tenantId) as unknown as TenantTx;
}
