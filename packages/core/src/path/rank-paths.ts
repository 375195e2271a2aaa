import { bestPaths } from "./best-paths.ts";
import type { PathHop, PathOptions, PathPerson, PathTie, RankedPath } from "./path-graph.ts";

/** A candidate tie, usable either way; both directed halves may be given. */
export interface CandidateTie extends PathHop {
  readonly strained?: boolean;
  readonly paused?: boolean;
}

/** The part of a network that a database preselected for one search. */
export interface PathCandidates {
  readonly people: Iterable<PathPerson & { readonly id: string }>;
  readonly ties: Iterable<CandidateTie>;
}

/**
 * The best paths within preselected candidates: `bestPaths` over the people and ties given. A pair
 * of which either half is strained or paused is closed in both directions.
 */
export function rankPaths(
  candidates: PathCandidates,
  from: string,
  targets: Iterable<string>,
  options: PathOptions = {},
): RankedPath[] {
  const people = new Map(Array.from(candidates.people, (person) => [person.id, person]));
  const adjacency = new Map<string, Map<string, PathTie>>();
  const add = (one: string, tie: PathTie) => {
    const ties = adjacency.get(one) ?? new Map<string, PathTie>();
    adjacency.set(one, ties);
    const known = ties.get(tie.to);
    ties.set(tie.to, known && (known.strained || known.paused) ? known : tie);
  };
  for (const { from: one, to, probability, strained = false, paused = false } of candidates.ties) {
    add(one, { to, probability, strained, paused });
    add(to, { to: one, probability, strained, paused });
  }
  const graph = {
    ties: (person: string) => adjacency.get(person)?.values() ?? [],
    person: (id: string) => people.get(id),
  };
  return bestPaths(graph, from, targets, options);
}
