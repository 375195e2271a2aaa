/** How an attempt failed, as far as it matters for trying again. */
export interface Failure {
  /** The answer's status; null when there was no answer. */
  status: number | null;
  retryAfterMs: number | null;
}

const firstWaitMs = 500;
const longestWaitMs = 8_000;
const passing = [408, 425, 429, 500, 502, 503, 504];

/**
 * Whether sending the request again is both safe and likely to help. 429 was refused before any
 * work; a 409 that says when to come back means "the first attempt is still at work".
 */
export function isWorthRetrying(failure: Failure, isRepeatable: boolean): boolean {
  if (failure.status === 429) return true;
  if (!isRepeatable) return false;
  if (failure.status === 409) return failure.retryAfterMs !== null;
  return failure.status === null || passing.includes(failure.status);
}

/** What the server asked for, plus exponential backoff with full jitter (so clients spread out). */
export function waitMs(failure: Failure, attempts: number, random: () => number): number {
  const ceiling = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts - 1));
  return (failure.retryAfterMs ?? 0) + Math.floor(random() * ceiling);
}

/** `Retry-After` as milliseconds from now; a date is compared with the server's own clock. */
export function retryAfterMs(headers: Headers, now: number): number | null {
  const value = headers.get("retry-after")?.trim();
  if (!value) return null;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  if (Number.isNaN(at)) return null;
  const serverNow = Date.parse(headers.get("date") ?? "");
  return Math.max(0, at - (Number.isNaN(serverNow) ? now : serverNow));
}
