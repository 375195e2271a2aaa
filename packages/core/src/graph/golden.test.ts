import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import t, { type Test } from "tap";
import {
  bestPaths,
  brokerageRoles,
  clustering,
  constraint,
  effectiveSize,
  efficiency,
  egoNetwork,
  localConstraints,
  networkReciprocity,
  type PathGraph,
  peopleToMeet,
  type WeightedGraph,
  weightedGraph,
} from "../index.ts";

// Written by golden/graphs.py with networkx and igraph.
const file = resolve(import.meta.dirname, "../../golden/graphs.json");

interface OfPerson {
  effectiveSize: number | null;
  clustering: number | null;
  constraint: number | null;
}

interface Goldens {
  graphs: {
    name: string;
    edges: [string, string, number][];
    people: Record<
      string,
      {
        whole: OfPerson;
        ego: OfPerson;
        plain: Omit<OfPerson, "constraint">;
        local: Record<string, number>;
      }
    >;
    meet: Record<string, Record<string, number>>;
    adamicAdar: Record<string, Record<string, number>>;
    paths: { from: string; to: string; maxIntroducers: number; scores: number[] }[];
  }[];
  flows: {
    flows: [string, string, number][];
    groups: Record<string, string | null>;
    roles: Record<string, Record<string, number> | null>;
    reciprocity: number | null;
    plainReciprocity: number | null;
  }[];
}

const { graphs, flows } = JSON.parse(readFileSync(file, "utf8")) as Goldens;

for (const { name, people, edges, meet, adamicAdar, paths } of graphs) {
  const graph = weightedGraph(
    edges.map(([a, b, weight]) => ({ a, b, weight })),
    Object.keys(people),
  );
  const plain = weightedGraph(
    edges.map(([a, b]) => ({ a, b, weight: 1 })),
    Object.keys(people),
  );

  t.test(`measures people as networkx and igraph do: ${name}`, (t) => {
    for (const [person, golden] of Object.entries(people)) {
      const ego = egoNetwork(graph, person);
      same(t, ofPerson(graph, person), golden.whole, `${person} on the whole graph`);
      same(t, ofPerson(ego, person), golden.ego, `${person} on the ego network`);
      const { effectiveSize, clustering } = ofPerson(plain, person);
      same(t, { effectiveSize, clustering }, golden.plain, `${person} unweighted`);
      same(t, Object.fromEntries(localConstraints(ego, person)), golden.local, `${person} local`);
      const size = golden.ego.effectiveSize;
      const degree = graph.neighbours(person).size;
      same(t, { e: efficiency(ego, person) }, { e: size === null ? null : size / degree }, person);
    }
    t.pass(`${Object.keys(people).length} people`);
    t.end();
  });

  t.test(
    `finds whom to meet as the definition says, and as Adamic-Adar when all ties are equal: ${name}`,
    (t) => {
      for (const person of Object.keys(people)) {
        const scores = (weight: (w: number) => number) =>
          Object.fromEntries(
            peopleToMeet(pathGraph(graph, weight), person, 1000).map((met) => [
              met.person,
              met.score,
            ]),
          );
        same(
          t,
          scores((w) => w / (1 + w)),
          meet[person] ?? {},
          `${person} weighted`,
        );
        same(
          t,
          scores(() => 1),
          adamicAdar[person] ?? {},
          `${person} as Adamic-Adar`,
        );
      }
      t.pass("everybody");
      t.end();
    },
  );

  t.test(`finds the best paths that trying all of them finds: ${name}`, (t) => {
    for (const { from, to, maxIntroducers, scores } of paths) {
      const read = pathGraph(graph, (w) => w / (1 + w));
      const found = bestPaths(read, from, [to], { maxIntroducers, limit: 25 });
      same(t, { ...found.map(({ score }) => score) }, { ...scores }, `${from} to ${to}`);
    }
    t.pass(`${paths.length} searches`);
    t.end();
  });
}

t.test("measures the reciprocity of a whole network as its definition and networkx do", (t) => {
  for (const golden of flows) {
    const weighted = golden.flows.map(([from, to, weight]) => ({ from, to, weight }));
    const plain = weighted.map((flow) => ({ ...flow, weight: 1 }));
    same(t, { r: networkReciprocity(weighted) }, { r: golden.reciprocity }, "weighted");
    same(t, { r: networkReciprocity(plain) }, { r: golden.plainReciprocity }, "unweighted");
  }
  const loop = { from: "a", to: "a", weight: 1 };
  t.equal(networkReciprocity([loop]), null, "a flow to oneself is none");
  t.throws(() => networkReciprocity([{ ...loop, weight: -1 }]), /Give 0 or more/);
  t.end();
});

t.test("counts brokerage roles as going over all triples does", (t) => {
  for (const { flows: arcs, groups, roles } of flows) {
    const side = (own: 0 | 1) => (person: string) =>
      new Set(arcs.filter((arc) => arc[own] === person).map((arc) => arc[1 - own] as string));
    for (const [person, expected] of Object.entries(roles)) {
      const group = (id: string) => groups[id] ?? null;
      const read = { successors: side(0), predecessors: side(1), group };
      t.same(brokerageRoles(read, person), expected);
    }
  }
  t.end();
});

function ofPerson(graph: WeightedGraph, person: string): OfPerson {
  return {
    effectiveSize: effectiveSize(graph, person),
    constraint: constraint(graph, person),
    clustering: clustering(graph, person),
  };
}

function pathGraph(graph: WeightedGraph, probability: (weight: number) => number): PathGraph {
  return {
    ties: (person) =>
      Array.from(graph.neighbours(person), ([to, w]) => ({ to, probability: probability(w) })),
    person: (id) => ({ degree: graph.neighbours(id).size, openToIntroduce: true }),
  };
}

function same(t: Test, got: object, expected: object, what: string): void {
  const found = Object.entries(got) as [string, number | null][];
  const wanted = new Map(Object.entries(expected) as [string, number | null][]);
  if (found.length !== wanted.size) t.fail(`${what}: ${found.length}, not ${wanted.size} values`);
  for (const [name, value] of found) {
    const target = wanted.get(name);
    const isSame =
      typeof target === "number" && typeof value === "number"
        ? Math.abs(value - target) <= 1e-9
        : value === target;
    if (!isSame) t.fail(`${what}: ${name} is ${value}, not ${target}`);
  }
}
