import t from "tap";
import { clustering, constraint, effectiveSize, egoNetwork, weightedGraph } from "../index.ts";

t.test("what has no ties has no measure, and a person nobody knows of has none either", (t) => {
  const graph = weightedGraph([], ["ada"]);
  for (const person of ["ada", "nobody"]) {
    t.equal(effectiveSize(graph, person), null);
    t.equal(constraint(graph, person), null);
    t.equal(clustering(graph, person), null);
  }
  t.same([...graph.people()], ["ada"]);
  t.end();
});

t.test("an ego network holds the alters' ties with each other and no others", (t) => {
  const edges = ["ab", "ac", "bc", "cd", "de"].map((name) => ({
    a: name.charAt(0),
    b: name.charAt(1),
    weight: 2,
  }));
  const ego = egoNetwork(weightedGraph(edges), "a");
  t.same([...ego.people()].sort(), ["a", "b", "c"]);
  t.same([...ego.neighbours("c").keys()].sort(), ["a", "b"]);
  t.end();
});

t.test("loops, repeated pairs and weights that are none are refused", (t) => {
  const tie = { a: "a", b: "b", weight: 1 };
  t.throws(() => weightedGraph([{ ...tie, b: "a" }]), /loop or given twice/);
  t.throws(() => weightedGraph([tie, { a: "b", b: "a", weight: 2 }]), /given twice/);
  t.throws(() => weightedGraph([{ ...tie, weight: 0 }]), /above 0/);
  t.throws(() => weightedGraph([{ ...tie, weight: Number.NaN }]), /above 0/);
  t.end();
});
