/**
 * Events per second through HTTP, beside what COPY does with the same rows in the same run.
 *
 *   pnpm bench ingest [--file rows.csv.gz] [--rows 200000] [--batch 10000] [--clients 2]
 *
 * A file has `src,dst,unix_ts[,type]`; without one, rows are made up.
 */
import { parseArgs } from "node:util";
import { copyRate, copyText } from "./support/copy.ts";
import { type Event, makeEvents, readEvents } from "./support/events.ts";
import { type Service, startService } from "./support/service.ts";

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

const service = await startService();
try {
  const events = values.file ? readEvents(values.file, rows) : makeEvents(rows);
  const source = values.file ?? "made-up rows";
  console.log(`${show(events.length)} events of ${source}, batches of ${batchSize}`);

  const text = copyText(events);
  const copy = (indexed: boolean) => copyRate(service.ownerUrl, text, events.length, { indexed });
  const before = { bare: await copy(false), indexed: await copy(true) };
  const http = await ingest(service, events, clients);
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
  await service.stop();
}

async function ingest(service: Service, events: readonly Event[], clients: number) {
  const { key } = await service.createTenant("Benchmark", "live");
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
      const response = await fetch(`${service.api}/v1/interactions/batch`, {
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
