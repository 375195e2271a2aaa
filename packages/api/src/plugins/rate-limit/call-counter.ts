import type { Database } from "@kith/db";
import { type Grant, type Subject, takeShares } from "./queries.ts";

export const windowMs = 60_000;

/** Longest wait for a share: a request had better go through uncounted than wait for its count. */
export const shareDeadlineMs = 2_000;
/** After a failure, how long this process counts by itself before it asks again. */
const pauseMs = 5_000;

/** What is left to a subject, as far as this process knows. */
export interface Left extends Subject {
  remaining: number;
}

/** What this process holds of a subject's calls in one minute. */
interface Stock {
  subject: Subject;
  /** Taken from the database, or counted alone, and not used yet. */
  left: number;
  passed: number;
  /** Handed out to all processes, as of our last share. */
  used: number;
  /** There is no more to be had in this minute. */
  isLast: boolean;
  pending: Promise<void> | null;
}

/**
 * Counts calls for all processes together. Each takes shares of a minute's quota from the database
 * and uses them up by itself, so most calls need no write; all processes together never let more
 * through than the quota. Without the database a process counts by itself until the minute is over.
 */
export class CallCounter {
  #database: Database;
  #minute = 0;
  #stocks = new Map<string, Stock>();
  #asksAgainAt = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Counts a call for all of the subjects, or for none when one of them has none left. */
  async take(
    tenantId: string,
    subjects: readonly Subject[],
    now: number,
  ): Promise<{ isAllowed: boolean; left: Left[] }> {
    const minute = Math.floor(now / windowMs);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#stocks.clear();
    }
    const stocks = subjects.map((subject) => this.#stockOf(subject));
    for (;;) {
      const short = stocks.filter(({ left, isLast }) => left === 0 && !isLast);
      if (short.length === 0) break;
      await this.#refill(tenantId, short, minute, now);
    }
    const isAllowed = stocks.every(({ left }) => left > 0);
    if (isAllowed) {
      for (const stock of stocks) {
        stock.left -= 1;
        stock.passed += 1;
      }
    }
    return { isAllowed, left: stocks.map(leftOf) };
  }

  #stockOf(subject: Subject): Stock {
    const key = `${subject.kind} ${subject.id}`;
    const known = this.#stocks.get(key);
    if (known) return known;
    const fresh = { subject, left: 0, passed: 0, used: 0, isLast: false, pending: null };
    this.#stocks.set(key, fresh);
    return fresh;
  }

  /** Calls that come meanwhile wait for the same share. */
  async #refill(tenantId: string, short: Stock[], minute: number, now: number): Promise<void> {
    const unasked = short.filter(({ pending }) => pending === null);
    if (unasked.length > 0) {
      const asked = this.#ask(tenantId, unasked, minute, now).finally(() => {
        for (const stock of unasked) stock.pending = null;
      });
      for (const stock of unasked) stock.pending = asked;
    }
    await Promise.all(short.map(({ pending }) => pending));
  }

  async #ask(tenantId: string, stocks: Stock[], minute: number, now: number): Promise<void> {
    const grants = now < this.#asksAgainAt ? null : await this.#grants(tenantId, stocks, minute);
    if (grants === null && now >= this.#asksAgainAt) this.#asksAgainAt = now + pauseMs;
    for (const stock of stocks) {
      const { kind, id, quota } = stock.subject;
      const grant = grants?.find((given) => given.kind === kind && given.id === id);
      stock.left = grant ? grant.granted : Math.max(0, quota - stock.passed);
      stock.used = grant ? grant.used : quota;
      stock.isLast = !grant || grant.granted === 0;
    }
  }

  async #grants(tenantId: string, stocks: Stock[], minute: number): Promise<Grant[] | null> {
    const subjects = stocks.map(({ subject }) => subject);
    try {
      return await this.#database.withTenant(tenantId, (tx) => takeShares(tx, subjects, minute), {
        deadlineMs: shareDeadlineMs,
      });
    } catch {
      return null;
    }
  }
}

const leftOf = ({ subject, left, used, isLast }: Stock): Left => ({
  ...subject,
  remaining: left + (isLast ? 0 : Math.max(0, subject.quota - used)),
});
