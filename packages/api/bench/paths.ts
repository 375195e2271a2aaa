/**
 * How long searches for paths take in a large network with a heavy tail of popularity.
 *
 *   pnpm bench paths [--people 100000] [--relationships 1000000] [--requests 500]
 *                  [--introducers 2,1,3] [--statements]
 *
 * A relationship is two ties, one of each side. Times are of one client through HTTP; processor time
 * tells what a search costs on a busy machine.
 */
import { parseArgs } from "node:util";
import { appUrl, createDatabase } from "@kith/db";
import { buildApp, readConfig, systemClock } from "../src/index.ts";
import type { Answer } from "../src/testing/test-api.ts";
import { printCostlyStatements } from "./support/costly-statements.ts";
import { httpClient } from "./support/http-client.ts";
import { inOrder, quantile, timesOf } from "./support/latencies.ts";
import { measureSearches } from "./support/measure-searches.ts";
import { drawSearches, searchKinds } from "./support/path-searches.ts";
import { startService } from "./support/service.ts";
import { makeNetwork, seed } from "./support/synthetic-network.ts";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "100000" },
    relationships: { type: "string", default: "1000000" },
    requests: { type: "string", default: "500" },
    introducers: { type: "string", default: "2,1,3" },
    statements: { type: "boolean", default: false },
  },
});
const [people, relationships, requests] = [
  values.people,
  values.relationships,
  values.requests,
].map(Number) as [number, number, number];
const introducers = values.introducers.split(",").map(Number);
const warmUp = 150;

const network = makeNetwork({ people, relationships });
const degrees = inOrder([...network.degrees]);
const show = (count: number) => count.toLocaleString("en");
console.log(
  `${show(people)} people, ${show(2 * relationships)} ties (${show(relationships)} relationships); ties of a person: median ${quantile(degrees, 0.5)}, 99 of 100 up to ${quantile(degrees, 0.99)}, most ${degrees.at(-1)}`,
);

// A quarter of the memory of a small server, and statements counted.
const service = await startService({
  shared_buffers: "1GB",
  shared_preload_libraries: "pg_stat_statements",
  "pg_stat_statements.track_planning": values.statements ? "on" : "off",
});
try {
  const { tenantId, key } = await service.createTenant("Benchmark", "live");
  await seed(service.ownerUrl, tenantId, network, Date.now());
  const client = httpClient(service.api, { tenantId, key });
  const answered = ({ status, body, text }: Answer) => {
    if (status !== 200) throw new Error(`${status} ${text}`);
    return body;
  };
  const send = async (search: object): Promise<{ data: unknown[] }> =>
    answered(await client.post("/v1/paths/search", search));
  const get = async () => answered(await client.get("/v1/people/ext:p1"));
  // How busy the machine is: one person by id, right before and after what is timed.
  const yardstick = () => timesOf(Array(200), get);
  const line = (cells: readonly string[]) =>
    console.log(cells.map((cell, index) => (index ? cell.padStart(10) : cell.padEnd(30))).join(""));
  // A service is measured as it is after its first thousand requests: compiled.
  const drawn = 2 * warmUp + requests;
  const mixed = searchKinds.map((kind) => drawSearches(network, kind, drawn).slice(-warmUp));
  for (const kind of mixed) for (const search of kind) await send(search);
  await yardstick();
  for (const maxIntroducers of introducers) {
    console.log(`\nUp to ${maxIntroducers} between`);
    const columns = ["p50", "p95", "p99", "service", "postgres", "statements", "found"];
    line(["ms", ...columns, "by id p50", "p99"]);
    for (const kind of searchKinds) {
      const searches = drawSearches(network, kind, warmUp + requests).map((search) => ({
        ...search,
        maxIntroducers,
      }));
      for (const search of searches.splice(0, warmUp)) await send(search);
      if (values.statements) await printCostlyStatements(service.ownerUrl, 0);
      const before = await yardstick();
      const found = await measureSearches(service, send, searches);
      const { p50, p95, p99, statements } = found;
      const byId = inOrder([...before, ...(await yardstick())]);
      const cells = [p50, p95, p99, found.service, found.postgres, statements];
      line([
        kind,
        ...cells.map((value) => value?.toFixed(1) ?? "?"),
        `${Math.round(found.found * 100)} %`,
        ...[0.5, 0.99].map((share) => quantile(byId, share).toFixed(1)),
      ]);
      if (values.statements) await printCostlyStatements(service.ownerUrl);
    }
  }
  console.log("\nIn process, any two people");
  await inProcess(key);
  client.close();
} finally {
  await service.stop();
}

/** The same searches without HTTP, in the process of this benchmark. */
async function inProcess(key: string): Promise<void> {
  const database = createDatabase({ url: appUrl(service.ownerUrl) });
  const config = { ...readConfig({}), logLevel: "silent", rateLimitPerMinute: 1e9 };
  const app = await buildApp({ database, clock: systemClock, config });
  const headers = { authorization: `Bearer ${key}` };
  for (const maxIntroducers of introducers) {
    const searches = drawSearches(network, "any two people", warmUp + requests);
    const times = await timesOf(searches, (search) => {
      const payload = { ...search, maxIntroducers };
      return app.inject({ method: "POST", url: "/v1/paths/search", headers, payload });
    });
    const sorted = inOrder(times.slice(warmUp));
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(sorted, share).toFixed(1));
    console.log(`up to ${maxIntroducers} between: p50 ${p50}, p95 ${p95}, p99 ${p99} ms`);
  }
  await app.close();
  await database.end();
}
