import { Connection } from "./connection.ts";
import { DatabaseUnavailable } from "./errors.ts";
import type { Settings } from "./options.ts";

/** How soon after a failed attempt to connect the next one starts. */
const retryMs = 50;
/** An attempt this old no longer holds up another: it may hang where a new one gets through. */
const hedgeMs = 250;

interface Waiter {
  readonly take: (connection: Connection) => void;
  readonly fail: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

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
 * At most `maxConnections` connections, handed out in order of asking, with a bounded wait. While the
 * database does not answer, one attempt after the other probes it, as long as somebody waits; the
 * first that succeeds opens the way for the rest and ends the attempts it has overtaken.
 */
export class Pool {
  #settings: Settings;
  #used = new Set<Connection>();
  #idle: Connection[] = [];
  #attempts = new Set<Attempt>();
  #waiters: Waiter[] = [];
  #down = false;
  #lastError: unknown;
  #tick: NodeJS.Timeout | null = null;
  #ending = false;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  acquire(timeoutMs: number): Promise<Connection> {
    if (this.#ending) {
      return Promise.reject(new DatabaseUnavailable("The database door is closed.", "failed"));
    }
    return new Promise((take, fail) => {
      const waiter = {
        take,
        fail,
        timer: setTimeout(() => this.#giveUp(waiter, timeoutMs), timeoutMs),
      };
      this.#waiters.push(waiter);
      this.#serve();
    });
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
    if (this.#tick) clearTimeout(this.#tick);
    for (const { connection } of this.#attempts) connection.destroy("the door is closing");
    for (const waiter of this.#waiters.splice(0)) {
      clearTimeout(waiter.timer);
      waiter.fail(new DatabaseUnavailable("The database door is closing.", "failed"));
    }
    const idle = this.#idle.splice(0).map((connection) => connection.close());
    const until = performance.now() + graceMs;
    while (this.#used.size > 0 && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    for (const connection of this.#used) connection.destroy("the door is closing");
    await Promise.all(idle);
  }

  stats(): PoolStats {
    return {
      open: this.#used.size + this.#idle.length,
      idle: this.#idle.length,
      opening: this.#attempts.size,
      waiting: this.#waiters.length,
    };
  }

  #serve(): void {
    while (this.#waiters.length > 0) {
      // The most recently used one: its caches are warm, and the others may retire.
      const connection = this.#idle.pop();
      if (!connection) break;
      if (connection.broken) {
        this.#settings.onEvent({ kind: "connectionLost", reason: "while idle" });
        continue;
      }
      const waiter = this.#waiters.shift() as Waiter;
      clearTimeout(waiter.timer);
      this.#used.add(connection);
      waiter.take(connection);
    }
    if (!this.#tick && !this.#ending) this.#open();
  }

  #open(): void {
    const now = performance.now();
    const fresh = [...this.#attempts].filter((attempt) => now - attempt.startedAt < hedgeMs).length;
    const room = this.#settings.maxConnections - this.#used.size - this.#idle.length;
    // One probe at a time while down, and beside attempts that seem to hang.
    const most = this.#down || this.#attempts.size > fresh ? 1 : room;
    const wanted = Math.min(room, this.#waiters.length, most) - fresh;
    for (let i = 0; i < wanted; i++) void this.#attempt();
    if (this.#waiters.length > 0 && this.#attempts.size > 0) this.#later(hedgeMs);
  }

  #later(ms: number): void {
    this.#tick ??= setTimeout(() => {
      this.#tick = null;
      this.#serve();
    }, ms);
  }

  async #attempt(): Promise<void> {
    const { connection, ready } = Connection.open(this.#settings);
    const attempt = { connection, startedAt: performance.now() };
    this.#attempts.add(attempt);
    try {
      await ready;
    } catch (error) {
      const overtaken = !this.#attempts.delete(attempt);
      if (overtaken || this.#ending) return;
      this.#down = true;
      this.#lastError = error;
      this.#settings.onEvent({ kind: "connectionFailed", error });
      this.#again(retryMs);
      return;
    }
    this.#attempts.delete(attempt);
    this.#opened(attempt);
  }

  #opened({ connection, startedAt }: Attempt): void {
    for (const other of this.#attempts) {
      if (other.startedAt >= startedAt) continue;
      this.#attempts.delete(other);
      other.connection.destroy("a later attempt got through");
    }
    this.#down = false;
    const full = this.#used.size + this.#idle.length >= this.#settings.maxConnections;
    if (full || this.#ending) {
      void connection.close();
      return;
    }
    this.#settings.onEvent({ kind: "connectionOpened", tookMs: performance.now() - startedAt });
    this.#idle.push(connection);
    this.#again(0);
  }

  /** Replaces the waiting tick: something has changed since it was set. */
  #again(ms: number): void {
    if (this.#tick) clearTimeout(this.#tick);
    this.#tick = null;
    if (ms === 0) this.#serve();
    else this.#later(ms);
  }

  #giveUp(waiter: Waiter, timeoutMs: number): void {
    this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
    this.#settings.onEvent({ kind: "slotTimeout", waiting: this.#waiters.length });
    const why = this.#down ? `does not accept connections` : `has no free connection`;
    waiter.fail(
      new DatabaseUnavailable(
        `The database ${why} (waited ${timeoutMs} ms).`,
        "failed",
        this.#down ? this.#lastError : undefined,
      ),
    );
  }
}
