/**
 * How long the nudges of one person with many ties take, through HTTP, and where the time goes.
 *
 *   pnpm bench nudges [--ties 1000] [--requests 200] [--statements]
 *
 * Every tie has twelve interactions over two years; a tenth had contact this week, a tenth helped.
 */
import { parseArgs } from "node:util";
import { printCostlyStatements } from "./support/costly-statements.ts";
import { measureSearches } from "./support/measure-searches.ts";
import { startService } from "./support/service.ts";
import { settle } from "./support/settle.ts";

const { values } = parseArgs({
  options: {
    ties: { type: "string", default: "1000" },
    requests: { type: "string", default: "200" },
    statements: { type: "boolean", default: false },
  },
});
const [ties, requests] = [Number(values.ties), Number(values.requests)];
const day = 86_400_000;
const warmUp = 30;

const service = await startService({
  shared_preload_libraries: "pg_stat_statements",
  "pg_stat_statements.track_planning": values.statements ? "on" : "off",
});
try {
  const { key } = await service.createTenant("Benchmark", "live");
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const post = async (path: string, body: unknown) => {
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const response = await fetch(`${service.api}${path}`, init);
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  };
  const others = Array.from({ length: ties }, (_, n) => `p${n}`);
  const names = ["ada", ...others];
  for (let from = 0; from < names.length; from += 1000) {
    const people = names.slice(from, from + 1000);
    await post(
      "/v1/people/batch",
      people.map((name) => ({ externalId: name, name })),
    );
  }
  const now = Date.now();
  const events = others.flatMap((name, n) =>
    Array.from({ length: 12 }, (_, i) => ({
      type: n % 10 === 3 && i === 2 ? "advice" : "message",
      from: i % 2 ? "ext:ada" : `ext:${name}`,
      to: [i % 2 ? `ext:${name}` : "ext:ada"],
      occurredAt: new Date(
        now - (n % 10 === 5 ? 1000 : day * (1 + (n % 180))) - i * 55 * day,
      ).toISOString(),
    })),
  );
  for (let from = 0; from < events.length; from += 5000) {
    await post("/v1/interactions/batch", events.slice(from, from + 5000));
  }
  // As autovacuum leaves it a minute later.
  await settle(service.ownerUrl);
  for (const path of ["nudges", "nudges/calendar"]) {
    const read = async () => {
      const response = await fetch(`${service.api}/v1/people/ext:ada/${path}`, { headers });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as { data: unknown[] };
    };
    for (let n = 0; n < warmUp; n++) await read();
    if (values.statements) await printCostlyStatements(service.ownerUrl, 0);
    const asked = Array.from({ length: requests }, () => ({}));
    const { p50, p95, p99, ...spent } = await measureSearches(service, read, asked);
    const show = (value: number | null) => value?.toFixed(1) ?? "?";
    console.log(
      `${path}, ${ties} ties: p50 ${show(p50)} ms, p95 ${show(p95)}, p99 ${show(p99)}; processor time: service ${show(spent.service)}, postgres ${show(spent.postgres)}; ${spent.statements} statements`,
    );
    if (values.statements) await printCostlyStatements(service.ownerUrl);
  }
} finally {
  await service.stop();
}
