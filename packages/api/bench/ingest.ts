/**
 * Events per second through HTTP, beside what COPY does with the same rows in the same run.
 *
 *   pnpm bench ingest [--file rows.csv.gz] [--rows 200000] [--batch 10000] [--clients 2]
 *
 * A file has `src,dst,unix_ts[,type]`; without one, rows are made up.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { appUrl, createDatabase, migrate, startThrowAway } from "@kith/db";
import { createTenant } from "../src/index.ts";
import { copyRate, copyText } from "./support/copy.ts";
import { type Event, makeEvents, readEvents } from "./support/events.ts";

const { values } = parseArgs({
  options: {
    file: { type: "string" },
    rows: { type: "string", default: "200000" },
    batch: { type: "string", default: "10000" },
    clients: { type: "string", default: "2" },
  },
});
const [rows, batchSize, clients] = [values.rows, values.batch, values.clients].map(Number) as [
  number,
  number,
  number,
];

const show = (rate: number) => Math.round(rate).toLocaleString("en");

// As durable as in production, for both sides of the comparison.
const settings = {
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  wal_level: "replica",
  autovacuum: "on",
  shared_buffers: "256MB",
  max_wal_size: "4GB",
};

const cluster = await startThrowAway({ onProgress: console.log, settings });
let server: ChildProcess | undefined;
try {
  await migrate(cluster.ownerUrl);
  const url = appUrl(cluster.ownerUrl);
  server = fork(new URL("./support/serve.ts", import.meta.url), {
    env: { ...process.env, DATABASE_URL: url },
  });
  const [api] = (await once(server, "message")) as [string];
  const events = values.file ? readEvents(values.file, rows) : makeEvents(rows);
  const source = values.file ?? "made-up rows";
  console.log(`${show(events.length)} events of ${source}, batches of ${batchSize}`);

  const text = copyText(events);
  const copy = (indexed: boolean) => copyRate(cluster.ownerUrl, text, events.length, { indexed });
  const before = { bare: await copy(false), indexed: await copy(true) };
  const http = await ingest(api, url, events, clients);
  const after = { bare: await copy(false), indexed: await copy(true) };
  const bare = (before.bare + after.bare) / 2;
  const indexed = (before.indexed + after.indexed) / 2;

  const percent = (of: number) => `${Math.round((100 * http) / of)} %`;
  console.log(`through HTTP, ${clients} clients      ${show(http)} events/s`);
  console.log(`COPY, bare table             ${show(bare)} rows/s   HTTP reaches ${percent(bare)}`);
  console.log(
    `COPY, with the log's indexes ${show(indexed)} rows/s   HTTP reaches ${percent(indexed)}`,
  );
} finally {
  server?.disconnect();
  await cluster.stop();
}

async function ingest(api: string, url: string, events: readonly Event[], clients: number) {
  const database = createDatabase({ url });
  const { key } = await createTenant(database, { name: "Benchmark", mode: "live" }, Date.now());
  await database.end();
  const bodies: string[] = [];
  for (let at = 0; at < events.length; at += batchSize) {
    const interactions = events
      .slice(at, at + batchSize)
      .map(({ from, to, type, at: ms }, index) => ({
        externalId: `event-${at + index}`,
        type,
        from: `ext:${from}`,
        to: [`ext:${to}`],
        occurredAt: new Date(ms).toISOString(),
      }));
    bodies.push(JSON.stringify({ interactions, createPeople: true }));
  }
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  let created = 0;
  const client = async () => {
    for (let body = bodies.shift(); body !== undefined; body = bodies.shift()) {
      const response = await fetch(`${api}/v1/interactions/batch`, {
        method: "POST",
        headers,
        body,
      });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      created += ((await response.json()) as { created: number }).created;
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - startedAt) / 1000;
  if (created !== events.length) throw new Error(`${created} of ${events.length} were created`);
  return created / seconds;
}
