/**
 * An undirected network of people with weighted ties, as the measures of ego and graph read it.
 * `neighbours` is symmetric: b is a neighbour of a with the same weight as a of b, nobody is their
 * own, and every weight is above 0. A person without ties has none, not a tie of weight 0.
 */
export interface WeightedGraph {
  people(): Iterable<string>;
  neighbours(person: string): ReadonlyMap<string, number>;
}

export interface WeightedEdge {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

const nobody: ReadonlyMap<string, number> = new Map();

/** A graph of the given ties, and of people who may have none. */
export function weightedGraph(
  edges: Iterable<WeightedEdge>,
  people: Iterable<string> = [],
): WeightedGraph {
  const adjacency = new Map<string, Map<string, number>>();
  const of = (person: string) => {
    const known = adjacency.get(person) ?? new Map<string, number>();
    adjacency.set(person, known);
    return known;
  };
  for (const person of people) of(person);
  for (const { a, b, weight } of edges) {
    if (a === b || of(a).has(b)) {
      throw new RangeError(`The tie "${a}"-"${b}" is a loop or given twice. Give each pair once.`);
    }
    if (!(weight > 0 && weight < Infinity)) {
      throw new RangeError(
        `The tie "${a}"-"${b}" has weight ${weight}. Give a number above 0, or leave the tie out.`,
      );
    }
    of(a).set(b, weight);
    of(b).set(a, weight);
  }
  return {
    people: () => adjacency.keys(),
    neighbours: (person) => adjacency.get(person) ?? nobody,
  };
}

/** The ego network: the person, everybody they have a tie with, and the ties among all of them. */
export function egoNetwork(graph: WeightedGraph, ego: string): WeightedGraph {
  const alters = graph.neighbours(ego);
  const edges: WeightedEdge[] = [];
  for (const [alter, weight] of alters) {
    edges.push({ a: ego, b: alter, weight });
    const theirs = graph.neighbours(alter);
    // Whoever has fewer neighbours is read: a hub's thousands are not gone through per alter.
    const [few, many] = theirs.size < alters.size ? [theirs, alters] : [alters, theirs];
    for (const other of few.keys()) {
      const between = theirs.get(other);
      if (alter < other && other !== ego && between !== undefined && many.has(other)) {
        edges.push({ a: alter, b: other, weight: between });
      }
    }
  }
  return weightedGraph(edges, [ego]);
}

/** The sum of a person's weights. */
export function totalWeight(neighbours: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const weight of neighbours.values()) total += weight;
  return total;
}
