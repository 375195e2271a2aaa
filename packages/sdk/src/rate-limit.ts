/** How much may still be asked for, from the `RateLimit` and `RateLimit-Policy` headers. */
export interface RateLimit {
  /** Requests left until the reset. */
  remaining: number;
  /** Seconds until there are more; null when not said. */
  resetSeconds: number | null;
  /** Requests in a whole window; null when not said. */
  limit: number | null;
  windowSeconds: number | null;
}

/** One parameter (`;r=50`) of the first item of a structured header. */
function parameter(value: string | null, name: string): number | null {
  const item = value?.split(",")[0] ?? "";
  const found = new RegExp(`;\\s*${name}=(\\d+)`).exec(item)?.[1];
  return found === undefined ? null : Number(found);
}

export function rateLimitOf(headers: Headers): RateLimit | null {
  const state = headers.get("ratelimit");
  const policy = headers.get("ratelimit-policy");
  const remaining = parameter(state, "r");
  if (remaining === null) return null;
  return {
    remaining,
    resetSeconds: parameter(state, "t"),
    limit: parameter(policy, "q"),
    windowSeconds: parameter(policy, "w"),
  };
}
