import { once } from "node:events";
import { interactionTypes } from "@kith/core";
import postgres from "postgres";
import { v5, v7 } from "uuid";
import type { Event } from "./events.ts";

const tenant = "0190a5d6-0000-7000-8000-000000000000";

/** The rows as the log holds them, in COPY's text format. */
export function copyText(events: readonly Event[]): Buffer[] {
  const ids = new Map<string, string>();
  const idOf = (name: string) => {
    const id = ids.get(name) ?? v5(name, v5.URL);
    ids.set(name, id);
    return id;
  };
  const recorded = new Date().toISOString();
  const lines = events.map(({ from, to, type, at }, index) => {
    const category = (interactionTypes as Record<string, string>)[type] ?? "contact";
    const cells = [tenant, v7({ msecs: at }), 0, idOf(from), idOf(to), type, category];
    const at8601 = new Date(at).toISOString();
    return `${cells.join("\t")}\t${at8601}\t${index}\t\\N\t\\N\t\\N\t\\N\t\\N\t${recorded}\t\\N\n`;
  });
  const chunks: Buffer[] = [];
  for (let at = 0; at < lines.length; at += 1_000) {
    chunks.push(Buffer.from(lines.slice(at, at + 1_000).join("")));
  }
  return chunks;
}

/** Rows per second into a new table of the log's columns, with its keys and indexes or bare. */
export async function copyRate(
  ownerUrl: string,
  chunks: readonly Buffer[],
  rows: number,
  { indexed }: { indexed: boolean },
): Promise<number> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe("drop table if exists bench_log");
    const including = indexed ? "including all" : "";
    await sql.unsafe(`create table bench_log (like kith.interactions ${including})`);
    await sql.unsafe("checkpoint");
    const startedAt = performance.now();
    const copy = await sql.unsafe("copy bench_log from stdin").writable();
    const done = once(copy, "finish");
    for (const chunk of chunks) if (!copy.write(chunk)) await once(copy, "drain");
    copy.end();
    await done;
    const [{ count } = { count: 0 }] = await sql.unsafe(
      "select count(*)::int as count from bench_log",
    );
    const seconds = (performance.now() - startedAt) / 1000;
    if (count !== rows) throw new Error(`COPY wrote ${count} of ${rows} rows`);
    return rows / seconds;
  } finally {
    await sql.end();
  }
}
