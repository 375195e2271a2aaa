/**
 * The acceptance check of ingest on real data, from a file to the measures and back.
 *
 *   pnpm bench real-data [--data ../shared/data] [--set eu_email] [--pairs 1000] [--seed 1] [--map A=feedback,…]
 *
 * The example program loads the set into an empty tenant, again into the same one, and shuffled
 * into another; the answers of the API are held against each other and against core in memory.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Network } from "@kith/core";
import { apiTies } from "./support/api-ties.ts";
import { Checks } from "./support/checks.ts";
import { copyRate, copyText } from "./support/copy.ts";
import { coreTie } from "./support/core-tie.ts";
import { compare, noDifferences } from "./support/differences.ts";
import { readEvents } from "./support/events.ts";
import { type Loaded, load } from "./support/load.ts";
import { moments, neverMet, samplePairs } from "./support/sample.ts";
import { startService } from "./support/service.ts";
import { type StoredPair, storedEvidence } from "./support/stored-evidence.ts";

const root = resolve(import.meta.dirname, "../../..");
const credits = [
  ...["Reviewed-by=feedback", "Acked-by=endorsement", "Tested-by=support"],
  ...["Reported-by=knowledge", "Suggested-by=advice", "Co-developed-by=collaboration"],
].join(",");

const { values } = parseArgs({
  options: {
    data: { type: "string", default: process.env.KITH_DATA ?? resolve(root, "../shared/data") },
    set: { type: "string", default: "eu_email" },
    pairs: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    map: { type: "string", default: credits },
  },
});
const [pairCount, seed] = [values.pairs, values.seed].map(Number) as [number, number];
const file = resolve(values.data, `${values.set}.csv.gz`);

if (!existsSync(file)) {
  console.error(
    `There is no ${file}, so nothing was checked. Put a gzipped CSV with the columns src,dst,unix_ts[,type] there, or name another: pnpm bench real-data --data <folder> --set <name of the file without .csv.gz>.`,
  );
  process.exit(1);
}

const show = (count: number) => Math.round(count).toLocaleString("en");
const checks = new Checks();
const map = new Map(values.map.split(",").map((pair) => pair.split("=") as [string, string]));
const events = readEvents(file, Number.MAX_SAFE_INTEGER).map((event) => ({
  ...event,
  type: map.get(event.type) ?? event.type,
}));
const network = new Network();
network.observe(events.map(({ at: occurredAt, ...event }) => ({ ...event, occurredAt })));
const pairs = samplePairs(events, { count: pairCount, seed });
const times = moments(events);
const strangers = pairs.filter((pair) => neverMet(network, pair)).length;
console.log(
  `${values.set}: ${show(events.length)} events; ${pairs.length} pairs of seed ${seed}, ${strangers} of which never met`,
);

const service = await startService();
try {
  const { api, ownerUrl } = service;
  const a = { api, ...(await service.createTenant("In order", "test")) };
  const b = { api, ...(await service.createTenant("Shuffled", "test")) };
  const run = (key: string, ...options: string[]) =>
    load(file, ["--url", api, "--key", key, "--map", values.map, ...options]);
  const rows = copyText(events);
  const copy = (indexed = false) => copyRate(ownerUrl, rows, events.length, { indexed });

  console.log("\n1. Into an empty tenant, in the order of the file");
  const copyBefore = await copy();
  const first = await run(a.key);
  const copyAfter = await copy();
  const indexed = await copy(true);
  checks.check(`all ${show(events.length)} created`, miscounted(first, { created: events.length }));
  const answers = await apiTies(a, pairs, times);
  const stored = await storedEvidence(ownerUrl, a.tenantId);

  console.log("\n2. The same file again");
  const second = await run(a.key, "--no-report");
  checks.check("all duplicates", miscounted(second, { duplicates: events.length }));
  const answersAgain = await apiTies(a, pairs, times);
  checks.check("every measure is unchanged, to the last digit", changed(answersAgain, answers));
  const storedAgain = await storedEvidence(ownerUrl, a.tenantId);
  checks.check("so is the evidence of every pair", changed([storedAgain], [stored]));

  console.log("\n3. Shuffled, into another tenant");
  const shuffled = await run(b.key, "--no-report", "--shuffle", String(seed));
  checks.check("all created", miscounted(shuffled, { created: events.length }));
  const differences = noDifferences();
  const answersOfB = await apiTies(b, pairs, times);
  eachAnswer((moment, index, where) => {
    compare(answersOfB[moment]?.[index], answers[moment]?.[index], where, differences);
  });
  checks.compared("its measures are those of the first tenant", differences);
  const storedInB = await storedEvidence(ownerUrl, b.tenantId);
  checks.compared("so is the evidence of every pair", sameEvidence(storedInB, asMap(stored)));

  console.log("\n4. Beside core in memory");
  for (const [moment, { name, at }] of times.entries()) {
    const differences = noDifferences();
    for (const [index, pair] of pairs.entries()) {
      const where = `${pair.from} ${pair.to} at ${new Date(at).toISOString()}:`;
      compare(answers[moment]?.[index], coreTie(network, pair, at), where, differences);
    }
    checks.compared(`${pairs.length} ties at ${name}`, differences);
  }
  const inMemory = new Map(
    stored.map(({ a, b }) => [JSON.stringify([a, b]), network.evidence(a, b)]),
  );
  checks.compared(
    `the evidence of all ${show(stored.length)} pairs`,
    sameEvidence(stored, inMemory),
  );
  const metPairs = new Set(events.map(({ from, to }) => JSON.stringify([from, to].sort()))).size;
  const missing = stored.length === metPairs ? [] : [`${stored.length}, not ${metPairs}`];
  checks.check("as many pairs as in the file", missing);

  const bare = (copyBefore + copyAfter) / 2;
  console.log("\n5. How fast");
  console.log(`created through HTTP         ${show(first.rate)} events/s`);
  console.log(`duplicates through HTTP      ${show(second.rate)} events/s`);
  console.log(`created in shuffled order    ${show(shuffled.rate)} events/s`);
  console.log(
    `COPY into a bare table       ${show(bare)} rows/s (${show(copyBefore)} before, ${show(copyAfter)} after)`,
  );
  console.log(`COPY with the log's indexes  ${show(indexed)} rows/s`);
  console.log(
    `created through HTTP: ${(first.rate / bare).toFixed(2)} of COPY into a bare table, ${(first.rate / indexed).toFixed(2)} of COPY with the indexes`,
  );
} finally {
  await service.stop();
}
if (!checks.end()) process.exitCode = 1;

function miscounted(loaded: Loaded, expected: Partial<Loaded>): string[] {
  const whole = { created: 0, duplicates: 0, rejected: 0, exitCode: 0, ...expected };
  return (Object.keys(whole) as (keyof typeof whole)[])
    .filter((name) => loaded[name] !== whole[name])
    .map((name) => `${name}: ${loaded[name]}, not ${whole[name]}`);
}

function eachAnswer(visit: (moment: number, index: number, where: string) => void): void {
  for (const [moment, { at }] of times.entries()) {
    for (const [index, { from, to }] of pairs.entries()) {
      visit(moment, index, `${from} ${to} at ${new Date(at).toISOString()}:`);
    }
  }
}

function changed(now: object[][], before: object[][]): string[] {
  return now.flatMap((items, list) =>
    items.flatMap((item, index) => {
      const [is, was] = [item, before[list]?.[index]].map((value) => JSON.stringify(value));
      return is === was ? [] : [`${is}, was ${was}`];
    }),
  );
}

function asMap(stored: readonly StoredPair[]) {
  return new Map(stored.map(({ a, b, evidence }) => [JSON.stringify([a, b]), evidence]));
}

function sameEvidence(
  found: readonly StoredPair[],
  expected: ReadonlyMap<string, StoredPair["evidence"]>,
) {
  const differences = noDifferences();
  for (const { a, b, evidence } of found) {
    compare(evidence, expected.get(JSON.stringify([a, b])), `${a} ${b}`, differences);
  }
  if (found.length !== expected.size) {
    differences.faults.push(`${found.length} pairs, not ${expected.size}`);
  }
  return differences;
}
