import type net from "node:net";
import postgres from "postgres";
import { openSocket, type SocketTarget } from "./open-socket.ts";
import type { Settings } from "./options.ts";
import { driverTypes } from "./wire-types.ts";

/** The result of a query as postgres.js gives it: rows, with the command tag beside them. */
export type QueryResult = postgres.RowList<postgres.Row[]>;
export type PendingQuery = postgres.PendingQuery<postgres.Row[]>;

const maxAgeMs = 30 * 60_000;
const maxStatements = 500;
const longestPreparedText = 8_192;

/**
 * One connection: a postgres.js client of exactly one socket, which never reconnects. Everything that
 * hangs or leaks in the driver under faults is in its reconnecting and in its own pool; here a broken
 * connection is thrown away whole, its socket destroyed, and the pool opens another.
 */
export class Connection {
  #client: postgres.Sql;
  #socket: net.Socket | null = null;
  #end = new AbortController();
  #broken = false;
  #watchers = new Set<(error: Error) => void>();
  #openedAt = performance.now();
  #statements = new Set<string>();
  #unanswered = 0;
  #quietSince = 0;
  #bytesSeen = 0;
  /** Process id of the server's side of this connection. */
  pid = 0;

  constructor(settings: Settings) {
    this.#client = postgres(settings.url, {
      max: 1,
      fetch_types: false,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: settings.connectTimeoutMs / 1_000,
      backoff: () => 0,
      onnotice: () => {},
      onclose: () => this.destroy("the server closed the connection"),
      types: driverTypes as never,
      connection: sessionSettings(settings),
      ssl: false,
      socket: (target: SocketTarget) => this.#connect(target, settings),
    } as postgres.Options<Record<string, never>>);
  }

  /** Connects, and proves that the server answers. */
  async ready(): Promise<void> {
    const { state } = await this.ask("select 1");
    this.pid = state.pid;
  }

  get broken(): boolean {
    return this.#broken || this.#socket?.destroyed === true;
  }

  /** True when it has served long enough, or holds so many prepared statements, to be replaced. */
  get worn(): boolean {
    return performance.now() - this.#openedAt > maxAgeMs || this.#statements.size > maxStatements;
  }

  /** Since when queries have been waiting without a byte from the server; null when none wait. */
  get quietSince(): number | null {
    const bytes = this.#socket?.bytesRead ?? 0;
    if (bytes !== this.#bytesSeen) this.#quietSince = performance.now();
    this.#bytesSeen = bytes;
    return this.#unanswered === 0 ? null : this.#quietSince;
  }

  /** Sends one query; the next may be sent before this one has answered. */
  query(text: string, parameters: readonly unknown[] = []): PendingQuery {
    if (this.#broken) throw new Error("The connection to the database is lost.");
    if (this.#unanswered++ === 0) this.#quietSince = performance.now();
    const query = this.#send(text, parameters);
    const answered = () => {
      this.#unanswered--;
      this.#quietSince = performance.now();
    };
    query.then(answered, answered);
    return query;
  }

  /** One query and its answer, or the news that the connection is lost. */
  async ask(text: string, parameters: readonly unknown[] = []): Promise<QueryResult> {
    const query = this.query(text, parameters);
    const loss = Promise.withResolvers<never>();
    const forget = this.whenLost(loss.reject);
    try {
      return await Promise.race([query, loss.promise]);
    } finally {
      forget();
    }
  }

  /**
   * Calls `tell` when the connection is lost. A callback that can be taken back, not a promise: one
   * that lives as long as the connection would collect a reaction from every race it is in.
   */
  whenLost(tell: (error: Error) => void): () => void {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  }

  #send(text: string, parameters: readonly unknown[]): PendingQuery {
    if (parameters.length === 0) return this.#client.unsafe(text);
    // A very long text is seldom sent twice, and the server would keep it with the connection.
    const prepare = text.length <= longestPreparedText;
    if (prepare) this.#statements.add(text);
    // Type 0 lets the server name an array's type; the driver would guess it from the first item.
    const values = parameters.map((value) =>
      Array.isArray(value) ? this.#client.typed(value as never, 0) : value,
    );
    return this.#client.unsafe(text, values as never[], { prepare });
  }

  /** Breaks the connection at once: whoever still waits on it is told, the socket is gone. */
  destroy(reason: string): void {
    if (this.#broken) return;
    this.#broken = true;
    const error = new Error(`The connection to the database is lost: ${reason}.`);
    for (const tell of this.#watchers) tell(error);
    this.#end.abort();
    // Rejects what the driver still has queued.
    this.#client.end({ timeout: 0 }).catch(() => {});
  }

  /** Says goodbye to the server; for connections that nobody uses. */
  async close(): Promise<void> {
    if (this.#broken) return;
    this.#broken = true;
    await this.#client.end({ timeout: 0.2 }).catch(() => {});
    this.#end.abort();
  }

  async #connect(target: SocketTarget, settings: Settings): Promise<net.Socket> {
    // The driver asks a second time when it wants to reconnect: that is what this class is against.
    if (this.#socket || this.#broken) throw new Error("The connection to the database is lost.");
    this.#socket = await openSocket(target, settings.sslMode, this.#end.signal);
    return this.#socket;
  }
}

/** Sent with the start-up packet, so that no transaction has to. */
function sessionSettings(settings: Settings): Record<string, string> {
  const limit = settings.transactionTimeoutMs;
  return {
    application_name: "kith",
    TimeZone: "UTC",
    DateStyle: "ISO",
    statement_timeout: String(limit),
    lock_timeout: String(Math.ceil(limit * 0.75)),
    // Without it a transaction whose client vanished would keep its locks.
    idle_in_transaction_session_timeout: String(limit),
    // Plan for the values at hand, as an unprepared statement would: tenants differ in size.
    plan_cache_mode: "force_custom_plan",
  };
}
