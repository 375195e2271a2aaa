// node --expose-gc packages/core/bench/bench.ts [ties, 1000000 unless given]
// Prints a table: the in-memory Network beside graphology, which measures where it has the measure.
import { createRequire } from "node:module";
import { type MultiGraph, UndirectedGraph } from "graphology";
import { MS_PER_DAY, Network, type ObservedInteraction } from "../src/index.ts";

// The package names its modules without extensions, which only `require` resolves.
const weightedDegree = createRequire(import.meta.url)(
  "graphology-metrics/node/weighted-degree.js",
) as { weightedDegree: (graph: MultiGraph | UndirectedGraph, node: string) => number };

const TIES = Number(process.argv[2] ?? 1_000_000);
const PEOPLE = Math.max(10, Math.round(TIES / 10));
const CONTACTS = 3;
const AT = 19_700 * MS_PER_DAY;

const ids = Array.from({ length: PEOPLE }, (_, index) => `person-${index}`);
const asked = Math.min(PEOPLE, 2000);
const rows: [string, string][] = [];

/** Pairs drawn evenly; the same at every run. */
function* pairs(): Iterable<[from: string, to: string, firstDay: number]> {
  let state = 1;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let tie = 0; tie < TIES; tie++) {
    const from = random(PEOPLE);
    const to = (from + 1 + random(PEOPLE - 1)) % PEOPLE;
    yield [ids[from] as string, ids[to] as string, 19_000 + random(600)];
  }
}

function* interactions(): Iterable<ObservedInteraction> {
  for (const [from, to, day] of pairs()) {
    for (let contact = 0; contact < CONTACTS; contact++) {
      yield { type: "message", from, to, occurredAt: (day + 5 * contact) * MS_PER_DAY };
    }
  }
}

// Processor time, all threads: a machine that is busy with other work doesn't change it.
function timed(name: string, unit: string, work: () => number): void {
  const start = process.cpuUsage();
  const count = work();
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1_000_000;
  rows.push([name, `${Math.round(count / seconds).toLocaleString("en")} ${unit}/s`]);
}

function bytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function benchKith(): void {
  const before = bytes();
  const network = new Network();
  timed("Kith: observe", "interactions", () => network.observe(interactions()).created);
  rows.push(["Kith: evidence, days and log", `${Math.round((bytes() - before) / TIES)} bytes/tie`]);
  const warmUp = ids.slice(-100);
  for (const id of warmUp) network.ties(id, AT);
  timed("Kith: all measures of a tie, listed by strength", "ties", () => {
    let count = 0;
    for (const id of ids.slice(0, asked)) count += network.ties(id, AT).length;
    return count;
  });
  timed("Kith: contact weight of a person (weighted degree)", "people", () => {
    for (const id of ids.slice(0, asked)) network.totalWeight(id, AT);
    return asked;
  });
  timed("Kith: all measures of a person's surroundings", "people", () => {
    for (const id of ids.slice(0, asked)) network.person(id, AT);
    return asked;
  });
  timed("Kith: people to meet", "people", () => {
    for (const id of ids.slice(0, 200)) network.peopleToMeet(id, AT);
    return 200;
  });
  timed("Kith: the 10 best paths with two introducers", "searches", () => {
    for (const [index, id] of ids.slice(0, 20).entries()) {
      network.paths(id, [ids[PEOPLE - 1 - index] as string], AT);
    }
    return 20;
  });
  timed("Kith: the 10 strongest ties of the network", "times", () => {
    network.strongest(AT);
    return 1;
  });
}

function benchGraphology(): void {
  const before = bytes();
  const graph = new UndirectedGraph<Record<string, never>, { weight: number }>();
  timed("graphology: add an edge or to its weight", "interactions", () => {
    for (const { from, to } of interactions()) {
      graph.updateUndirectedEdge(from, to, ({ weight = 0 }) => ({ weight: weight + 1 }));
    }
    return TIES * CONTACTS;
  });
  rows.push([
    "graphology: one weight, no days, no log",
    `${Math.round((bytes() - before) / TIES)} bytes/tie`,
  ]);
  timed("graphology: weighted degree", "people", () => {
    for (const id of ids.slice(0, asked)) weightedDegree.weightedDegree(graph, id);
    return asked;
  });
}

benchKith();
globalThis.gc?.();
benchGraphology();
process.stdout.write(
  `${TIES.toLocaleString("en")} ties drawn, ${PEOPLE.toLocaleString("en")} people; by processor time\n\n`,
);
for (const [name, figure] of rows)
  process.stdout.write(`${name.padEnd(62)} ${figure.padStart(30)}\n`);
