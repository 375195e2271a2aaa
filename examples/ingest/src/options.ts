import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";

export const usage = `Usage: node examples/ingest/main.ts FILE.csv[.gz] [options]

FILE has a header and the columns src,dst,unix_ts and, if you like, type.

  --url URL            where Kith is               (default: from .kith/dev.json)
  --key KEY            API key                     (default: from .kith/dev.json)
  --map A=feedback,…   what the file's own types are in Kith
  --prefix TEXT        put before every id of the file, to keep files apart in one tenant
  --epoch-offset S     seconds to add to every time
  --limit N            only the first N rows
  --shuffle SEED       send the rows in another order (reads the whole file into memory)
  --batch N            rows in one request, 1..10000   (default 5000)
  --concurrency N      requests at a time, 1..16       (default 2)
  --no-report          only load, ask nothing afterwards
`;

export interface Options {
  file: string;
  url: string;
  key: string;
  map: Map<string, string>;
  prefix: string;
  epochOffset: number;
  limit: number;
  shuffle: number | null;
  batch: number;
  concurrency: number;
  report: boolean;
}

/** A mistake of whoever called: shown as a sentence, without a stack. */
export class UsageError extends Error {}

export function readOptions(args: string[], cwd: string): Options {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`give one file\n\n${usage}`);
  const { url, key } = values.url && values.key ? values : connection(values, cwd);
  if (!url || !key) throw new UsageError(noConnection);
  return {
    file,
    url,
    key,
    map: readMap(values.map ?? ""),
    prefix: values.prefix ?? "",
    epochOffset: whole("epoch-offset", values["epoch-offset"], 0, -1e11, 1e11),
    limit: whole("limit", values.limit, Number.MAX_SAFE_INTEGER, 1, Number.MAX_SAFE_INTEGER),
    shuffle:
      values.shuffle === undefined ? null : whole("shuffle", values.shuffle, 0, 0, 2 ** 32 - 1),
    batch: whole("batch", values.batch, 5000, 1, 10_000),
    concurrency: whole("concurrency", values.concurrency, 2, 1, 16),
    report: !values["no-report"],
  };
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: text,
        key: text,
        map: text,
        prefix: text,
        "epoch-offset": text,
        limit: text,
        shuffle: text,
        batch: text,
        concurrency: text,
        "no-report": { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

const noConnection =
  "no Kith to send to: start one with `pnpm start` (it writes .kith/dev.json), or give --url and --key";

/** The nearest `.kith/dev.json`, from the current folder upward. */
function connection(given: { url?: string | undefined; key?: string | undefined }, cwd: string) {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, ".kith", "dev.json");
    if (existsSync(path)) {
      const { url, apiKey } = readConnection(path);
      return { url: given.url ?? url, key: given.key ?? apiKey };
    }
    if (dirname(folder) === folder) return given;
  }
}

function readConnection(path: string): { url: string; apiKey: string } {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new UsageError(
      `${path} can't be read (${error}): delete it and run \`pnpm start\` again`,
    );
  }
}

function whole(
  name: string,
  text: string | undefined,
  otherwise: number,
  min: number,
  max: number,
) {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (text.trim() !== "" && Number.isSafeInteger(value) && value >= min && value <= max)
    return value;
  throw new UsageError(`--${name} must be a whole number from ${min} to ${max}, not "${text}"`);
}

function readMap(text: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const part of text.split(",").filter((item) => item.trim() !== "")) {
    const [from, to, ...more] = part.split("=").map((word) => word.trim());
    if (!from || !to || more.length > 0) {
      throw new UsageError(
        `--map takes pairs as in --map Reviewed-by=feedback,…; "${part}" is none`,
      );
    }
    map.set(from, to);
  }
  return map;
}
