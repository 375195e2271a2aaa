import { Problem } from "../errors.ts";

/**
 * What the schemas should have refused before PostgreSQL had to. The client learns that its input
 * was not acceptable; nothing of PostgreSQL's own text is passed on.
 */
const sqlStates: Record<string, () => Problem> = {
  "22": () => new Problem("invalid_request", "A value is outside of what can be stored."),
  "23": () => new Problem("conflict", "It conflicts with something stored meanwhile. Read again."),
  "40": () => new Problem("unavailable", "Too many writers at once. Try again.", retry),
  "53": () => new Problem("unavailable", "The database is busy. Try again soon.", retry),
  "55": () => new Problem("unavailable", "The database is busy. Try again soon.", retry),
  "57": () => new Problem("unavailable", "It took too long. Try again, with less at once.", retry),
};
const retry = { headers: { "retry-after": "1" } };

/** drizzle wraps the driver's error: the SQLSTATE is on the cause. */
export function problemOfSqlState(error: unknown): Problem | null {
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++) {
    const { code } = e as Error & { code?: unknown };
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) {
      return sqlStates[code.slice(0, 2)]?.() ?? null;
    }
  }
  return null;
}
