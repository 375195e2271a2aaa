import { parseArgs } from "node:util";

export const usage = `Usage: KITH_URL=… KITH_API_KEY=… node examples/alumni-association/load.ts [options]

  --people N    how many people   (default 300)
  --days N      length in days    (default 730)
  --seed N      another number, another association (default 1)
  --until ISO   end of the period (default: now, or where an earlier load ended)
`;

/** A mistake of whoever called: shown as a sentence, without a stack. */
export class UsageError extends Error {}

export interface Options {
  url: string;
  apiKey: string;
  /** Only what was given: an earlier load may have settled the rest. */
  given: { people?: number; days?: number; seed?: number; until?: number };
}

export function readOptions(args: string[], env: Record<string, string | undefined>): Options {
  const { KITH_URL: url, KITH_API_KEY: apiKey } = env;
  const { people, days, seed, until } = parse(args);
  if (!url || !apiKey) throw new UsageError(`set KITH_URL and KITH_API_KEY\n\n${usage}`);
  return {
    url,
    apiKey,
    given: {
      ...(people !== undefined && { people: whole("people", people, 20, 5_000) }),
      ...(days !== undefined && { days: whole("days", days, 60, 3_650) }),
      ...(seed !== undefined && { seed: whole("seed", seed, 0, 2 ** 32 - 1) }),
      ...(until !== undefined && { until: instant("until", until) }),
    },
  };
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ args, options: { people: text, days: text, seed: text, until: text } })
      .values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw new UsageError(`--${name} must be a whole number from ${min} to ${max}, not "${text}"`);
}

function instant(name: string, text: string): number {
  const at = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new UsageError(`--${name} must be a time such as 2026-11-01T00:00:00Z, not "${text}"`);
}
