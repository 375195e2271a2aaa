/**
 * Runs the faults of `faults.ts`, in plain text and over TLS, against a throw-away PostgreSQL; exits
 * non-zero when a criterion fails. `node run.ts 7` runs those whose name begins with 7. Why it is
 * there and what it measured: docs/decisions/0003-postgres-driver.md.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { createDatabase } from "../src/connection/index.ts";
import { type Fault, faults } from "./faults.ts";
import { Server } from "./server.ts";
import { SilentProxy } from "./silent-proxy.ts";
import { contradictions, Workload } from "./workload.ts";

const serveAgainMs = 1_000;
const endMs = 2_000;
const steadyMs = 700;

let uncaught: string[] = [];
process.on("uncaughtException", (error) => uncaught.push(String(error.stack)));
process.on("unhandledRejection", (error) => uncaught.push(String(error)));

async function prepare(server: Server): Promise<void> {
  await server.admin(async (client) => {
    await client.query("create role kith_app login password 'faults'");
    await client.query(
      "create table fault_operations (id bigint, part int, primary key (id, part))",
    );
    await client.query("grant select, insert on fault_operations to kith_app");
  });
}

async function written(server: Server): Promise<Map<number, number>> {
  return server.admin(async (client) => {
    const { rows } = await client.query(
      "select id, count(*)::int as parts from fault_operations group by id",
    );
    return new Map(rows.map((row: { id: string; parts: number }) => [Number(row.id), row.parts]));
  });
}

/** How long `work` took, or null when it has not returned after a generous while. */
async function timed(work: () => Promise<void>): Promise<number | null> {
  const startedAt = performance.now();
  return Promise.race([
    work().then(() => performance.now() - startedAt),
    sleep(5 * endMs, null, { ref: false }),
  ]);
}

async function runFault(
  fault: Fault,
  secure: boolean,
  server: Server,
  proxy: SilentProxy,
): Promise<string[]> {
  uncaught = [];
  const port = fault.proxied ? proxy.port : server.port;
  const sslMode = secure ? "require" : "disable";
  const url = `postgres://kith_app:faults@127.0.0.1:${port}/postgres?sslmode=${sslMode}`;
  if (fault.startsDown) await server.signal("SIGINT");
  const database = createDatabase({ url });
  const closing = createDatabase({ url });
  const workload = new Workload(database);
  const closingWorkload = new Workload(closing);
  if (!fault.startsDown) await sleep(steadyMs);
  const inflicted = fault.inflict(server, proxy);
  // A service may have to stop in the middle of the trouble.
  await sleep(200);
  const endedDuring = await timed(() => closing.end());
  const closingTally = await closingWorkload.stop();
  await inflicted;
  const readyAt = await server.ready(port);
  await sleep(1_500);
  const served = workload.firstSuccessAfter(readyAt);
  const tally = await workload.stop();
  const ended = await timed(() => database.end());

  const rows = await written(server);
  const lies = [
    ...contradictions(workload.results, rows),
    ...contradictions(closingWorkload.results, rows),
  ];
  const landed = [...workload.results].filter(
    ([id, result]) => result === "unknown" && rows.has(id),
  ).length;
  const hung = tally.hung + closingTally.hung;
  const problems = [
    ...uncaught.map((error) => `uncaught: ${error}`),
    ...(hung > 0 ? [`${hung} operations hung`] : []),
    ...(served === null || served > serveAgainMs
      ? [`did not serve within ${serveAgainMs} ms`]
      : []),
    ...(ended === null || ended > endMs ? ["end() did not return in time"] : []),
    ...(endedDuring === null || endedDuring > endMs
      ? ["end() did not return in time during the fault"]
      : []),
    ...(tally.ok === 0 ? ["nothing succeeded"] : []),
    ...[...tally.otherErrors, ...closingTally.otherErrors].map((error) => `untyped: ${error}`),
    ...lies.slice(0, 5),
  ];
  console.log(
    [
      `${fault.name}${secure ? ", TLS" : ""}`.padEnd(43),
      String(uncaught.length).padStart(8),
      String(hung).padStart(5),
      ms(served).padStart(9),
      ms(ended).padStart(8),
      ms(endedDuring).padStart(8),
      String(tally.ok).padStart(7),
      String(tally.failed).padStart(7),
      `${tally.unknown} (${landed})`.padStart(10),
      problems.length === 0 ? "  pass" : "  FAIL",
    ].join(""),
  );
  for (const problem of problems) console.log(`    ${problem}`);
  return problems;
}

function ms(value: number | null): string {
  return value === null ? "never" : `${Math.round(value)} ms`;
}

const only = process.argv[2];
const chosen = faults.filter((fault) => !only || fault.name.startsWith(only));
console.log("Starting a throw-away PostgreSQL.");
const server = await Server.create();
const proxy = await SilentProxy.create(server.port);
let passed = 0;
let failed = 0;
try {
  await prepare(server);
  console.log(
    "fault                                      uncaught hung   serving     end end(mid)     ok failed   unknown (written)",
  );
  for (const secure of [false, true]) {
    for (const fault of chosen) {
      if ((await runFault(fault, secure, server, proxy)).length > 0) failed++;
      else passed++;
    }
  }
} finally {
  proxy.close();
  await server.remove();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
