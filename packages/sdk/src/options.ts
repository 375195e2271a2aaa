import type { Runtime } from "./runtime.ts";

interface BaseOptions {
  /** Where Kith is, without `/v1`: `https://kith.example.com`. */
  baseUrl: string;
  /** Limit for one attempt, answer included. Default 30,000 ms. */
  timeoutMs?: number | undefined;
  /** Limit for a call with all its attempts and waits. Default 120,000 ms. */
  deadlineMs?: number | undefined;
  /** How often to repeat what is safe to repeat. Default 2; 0 = never. */
  maxRetries?: number | undefined;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Used instead of the global `fetch`; it gets one `Request`. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Clock, waiting and randomness; only tests need it. */
  runtime?: Partial<Runtime> | undefined;
}

/** An API key for servers, or a member token (or what fetches one) for a member's browser. */
type Credentials =
  | { apiKey: string; token?: undefined }
  | { token: string | (() => string | Promise<string>); apiKey?: undefined };

export type KithOptions = BaseOptions & Credentials;

/** What every method takes as its last argument, beside its query parameters. */
export interface RequestOptions {
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
  deadlineMs?: number | undefined;
  maxRetries?: number | undefined;
  /** Added to the client's headers, or instead of them; `null` leaves one out. */
  headers?: Readonly<Record<string, string | null>> | undefined;
}

export interface IfMatchOption {
  /** `etag` of what you read: 412 `precondition_failed` when it was changed since. */
  ifMatch?: string | undefined;
}

export interface IdempotencyKeyOption {
  /**
   * The same key with the same body gives the same answer instead of a second write. One is made
   * for every call; give your own to repeat a call safely after your process was restarted.
   */
  idempotencyKey?: string | undefined;
}

/** Options of one call as the runtime reads them: query parameters stand beside the others. */
export type CallOptions = RequestOptions & IfMatchOption & IdempotencyKeyOption;

export interface Settings {
  baseUrl: string;
  credential: () => string | Promise<string>;
  fetch: (request: Request) => Promise<Response>;
  headers: Readonly<Record<string, string>>;
  limits: Limits;
}

export interface Limits {
  timeoutMs: number;
  deadlineMs: number;
  maxRetries: number;
}

const longestTimerMs = 2 ** 31 - 1; // setTimeout fires at once beyond it

/** Limits given here, or the ones below; a 0 that was given counts. */
export function limitsOf(given: Partial<Record<keyof Limits, unknown>>, below: Limits): Limits {
  const limits = { ...below };
  for (const name of ["timeoutMs", "deadlineMs", "maxRetries"] as const) {
    const value = given[name] ?? below[name];
    const isCount = name === "maxRetries";
    const isGood = isCount ? Number.isInteger(value) : Number.isFinite(value) && value !== 0;
    if (typeof value !== "number" || !isGood || value < 0 || value > longestTimerMs) {
      const wanted = isCount ? "a whole number from 0" : "a number of milliseconds above 0";
      throw new TypeError(`Kith: ${name} must be ${wanted}, not ${String(value)}`);
    }
    limits[name] = value;
  }
  return limits;
}

function checkBaseUrl(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new TypeError(
      `Kith: baseUrl "${text}" is no URL; it looks like https://kith.example.com`,
    );
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    throw new TypeError("Kith: baseUrl must be http(s), with no user name, query or #");
  }
  const trimmed = url.href.replace(/\/+$/, "");
  if (/\/v\d+$/.test(trimmed)) {
    throw new TypeError(`Kith: baseUrl must be without ${trimmed.slice(trimmed.lastIndexOf("/"))}`);
  }
  return trimmed;
}

/** A line break from a file would fail later, inside `fetch`, in words about headers. */
export function checkCredential(value: unknown): string {
  if (typeof value === "string" && /^[\x21-\x7e]+$/.test(value)) return value;
  throw new TypeError("Kith: the apiKey or token must be a text without spaces or line breaks");
}

/** Checks once what every call relies on. */
export function settingsOf(options: KithOptions): Settings {
  const { apiKey, token } = options;
  if ((apiKey === undefined) === (token === undefined)) {
    throw new TypeError("Kith: give either apiKey or token");
  }
  const secret = apiKey ?? token;
  if (typeof secret !== "function") checkCredential(secret);
  const ownFetch = options.fetch;
  return {
    baseUrl: checkBaseUrl(options.baseUrl),
    credential: async () => checkCredential(typeof secret === "function" ? await secret() : secret),
    // Looked up at each call, and called without `this`, as browsers demand.
    fetch: ownFetch ? (request) => ownFetch(request) : (request) => globalThis.fetch(request),
    headers: options.headers ?? {},
    limits: limitsOf(options, { timeoutMs: 30_000, deadlineMs: 120_000, maxRetries: 2 }),
  };
}
