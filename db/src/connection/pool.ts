import { Connection } from "./connection.ts";
import { DatabaseUnavailable } from "./errors.ts";
import { forsaken } from "./forsaken.ts";
import type { Settings } from "./options.ts";
import { WaitingLine } from "./waiting-line.ts";

/** How soon after a failed attempt to connect the next one starts. */
const retryMs = 50;
/** An attempt this old no longer holds up another: it may hang where a new one gets through. */
const hedgeMs = 250;
/** While callers wait: how often to look for connections in use that get no answers any more. */
const inspectMs = 400;

interface Attempt {
  readonly connection: Connection;
  readonly startedAt: number;
}

export interface PoolStats {
  readonly open: number;
  readonly idle: number;
  readonly opening: number;
  readonly waiting: number;
}

/**
 * At most `maxConnections` connections, handed out in order of asking, with a bounded wait. It acts
 * only while somebody waits. When the database does not answer, one attempt after the other probes
 * it; the first that gets through ends those it has overtaken and opens the way for the rest.
 */
export class Pool {
  #settings: Settings;
  #used = new Set<Connection>();
  #idle: Connection[] = [];
  #attempts = new Set<Attempt>();
  #line = new WaitingLine<Connection>();
  /** Why the last attempt failed; null since one has succeeded. */
  #down: { readonly error: unknown; readonly retryAt: number } | null = null;
  #wakeUp: NodeJS.Timeout | undefined;
  #inspectedAt = 0;
  #ending = false;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  acquire(timeoutMs: number): Promise<Connection> {
    if (this.#ending) return Promise.reject(closing());
    const taken = this.#line.wait(timeoutMs, () => this.#tooLong(timeoutMs));
    this.#serve();
    return taken;
  }

  release(connection: Connection): void {
    this.#used.delete(connection);
    if (connection.worn || this.#ending) void connection.close();
    else if (!connection.broken) this.#idle.push(connection);
    this.#serve();
  }

  /** Refuses new work, lets what runs finish for `graceMs`, then breaks it off. */
  async end(graceMs: number): Promise<void> {
    this.#ending = true;
    clearTimeout(this.#wakeUp);
    for (const { connection } of this.#attempts) connection.destroy("the database was closed");
    this.#line.dismiss(closing());
    const idle = this.#idle.splice(0).map((connection) => connection.close());
    const until = performance.now() + graceMs;
    while (this.#used.size > 0 && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    for (const connection of this.#used) connection.destroy("the database was closed");
    await Promise.all(idle);
  }

  stats(): PoolStats {
    return {
      open: this.#live(),
      idle: this.#idle.length,
      opening: this.#attempts.size,
      waiting: this.#line.length,
    };
  }

  #serve(): void {
    while (this.#line.length > 0) {
      // The most recently used one: its statements are prepared already.
      const connection = this.#idle.pop();
      if (!connection) break;
      if (connection.broken) {
        this.#settings.onEvent({ kind: "connectionLost", reason: "it was closed while idle" });
        continue;
      }
      this.#used.add(connection);
      this.#line.hand(connection);
    }
    clearTimeout(this.#wakeUp);
    if (this.#line.length === 0 || this.#ending) return;
    const now = performance.now();
    const room = this.#settings.maxConnections - this.#live();
    this.#wakeUp = setTimeout(
      () => this.#serve(),
      room > 0 ? this.#open(now, room) : this.#inspect(now),
    );
  }

  /** Starts what attempts are due; answers in how many milliseconds to look again. */
  #open(now: number, room: number): number {
    if (this.#down && this.#down.retryAt > now) return this.#down.retryAt - now;
    const fresh = [...this.#attempts].filter((attempt) => now - attempt.startedAt < hedgeMs).length;
    // One probe at a time while down or while others seem to hang.
    const atOnce = this.#down || this.#attempts.size > fresh ? 1 : room;
    const due = Math.min(room, this.#line.length, atOnce) - fresh;
    for (let i = 0; i < due; i++) void this.#attempt([]);
    return hedgeMs;
  }

  /** Every connection is in use and callers wait: perhaps some will never answer. */
  #inspect(now: number): number {
    if (now - this.#inspectedAt < inspectMs) return this.#inspectedAt + inspectMs - now;
    this.#inspectedAt = now;
    const suspects = [...this.#used].filter(
      ({ quietSince }) => quietSince !== null && now - quietSince >= inspectMs,
    );
    if (suspects.length > 0) void this.#attempt(suspects);
    return inspectMs;
  }

  async #attempt(suspects: readonly Connection[]): Promise<void> {
    const connection = new Connection(this.#settings);
    const attempt = { connection, startedAt: performance.now() };
    const { connectTimeoutMs } = this.#settings;
    const late = () => connection.destroy(`it gives no answer in ${connectTimeoutMs} ms`);
    const timer = setTimeout(late, connectTimeoutMs);
    this.#attempts.add(attempt);
    try {
      await connection.ready();
      for (const lost of await forsaken(connection, suspects)) {
        lost.destroy("the server waits for us while we wait for it");
      }
      this.#attempts.delete(attempt);
      this.#opened(attempt);
    } catch (error) {
      connection.destroy(String(error));
      // One that was overtaken, or that end() broke off, says nothing about the database.
      if (!this.#attempts.delete(attempt) || this.#ending) return;
      this.#down = { error, retryAt: performance.now() + retryMs };
      this.#settings.onEvent({ kind: "connectionFailed", error });
    } finally {
      clearTimeout(timer);
    }
    this.#serve();
  }

  #opened({ connection, startedAt }: Attempt): void {
    for (const other of this.#attempts) {
      if (other.startedAt >= startedAt) continue;
      this.#attempts.delete(other);
      other.connection.destroy("a later attempt got through");
    }
    this.#down = null;
    if (this.#live() >= this.#settings.maxConnections || this.#ending) {
      void connection.close();
      return;
    }
    this.#settings.onEvent({ kind: "connectionOpened", tookMs: performance.now() - startedAt });
    this.#idle.push(connection);
  }

  /** A broken connection still in the hands of its transaction has no socket any more. */
  #live(): number {
    const used = [...this.#used].filter((connection) => !connection.broken).length;
    return used + this.#idle.length;
  }

  #tooLong(timeoutMs: number): Error {
    this.#settings.onEvent({ kind: "slotTimeout", waiting: this.#line.length });
    const why = this.#down ? "does not accept connections" : "has no connection free";
    const message = `The database ${why} (waited ${timeoutMs} ms).`;
    return new DatabaseUnavailable(message, "failed", this.#down?.error);
  }
}

function closing(): Error {
  return new DatabaseUnavailable("This service's access to the database is closed.", "failed");
}
