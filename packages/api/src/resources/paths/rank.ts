import { type RankedPath, rankPaths } from "@kith/core";
import type { Candidates } from "./find-candidates.ts";

export interface RankOptions {
  maxIntroducers: number;
  limit: number;
  /** At most one path for each first introducer. */
  distinct: boolean;
}

type Ties = Candidates["ties"];

/**
 * The best paths among the candidates. A tie of one's own to the one person asked for comes first,
 * whatever the chances of an introduction: nobody has to be asked for it. Among several possible
 * targets it is ranked like any other path.
 */
export function rank(
  candidates: Candidates,
  from: string,
  targets: ReadonlySet<string>,
  options: RankOptions,
): RankedPath[] {
  if (targets.size > 1) return rankIntroduced(candidates, from, targets, options);
  const isDirect = joins(from, targets);
  const own = candidates.ties.filter(isDirect);
  const others = { ...candidates, ties: candidates.ties.filter((tie) => !isDirect(tie)) };
  const direct = ranked({ ...candidates, ties: own }, from, targets, 0, 1);
  const rest = options.limit - direct.length;
  if (rest === 0) return direct;
  return [...direct, ...rankIntroduced(others, from, targets, { ...options, limit: rest })];
}

/**
 * For distinct first introducers the ranking is taken again without those already named, so that
 * each comes with the best path that begins with them.
 */
function rankIntroduced(
  candidates: Candidates,
  from: string,
  targets: ReadonlySet<string>,
  { maxIntroducers, limit, distinct }: RankOptions,
): RankedPath[] {
  if (!distinct) return ranked(candidates, from, targets, maxIntroducers, limit);
  const found: RankedPath[] = [];
  const named = new Set<string>();
  let left = candidates;
  while (found.length < limit) {
    const paths = ranked(left, from, targets, maxIntroducers, 2 * limit);
    for (const path of paths) {
      const first = path.people[1] as string;
      if (named.has(first)) continue;
      named.add(first);
      found.push(path);
    }
    if (paths.length < 2 * limit) break;
    const isNamed = joins(from, named);
    left = { ...left, ties: left.ties.filter((tie) => !isNamed(tie)) };
  }
  return found.slice(0, limit);
}

const joins = (person: string, others: ReadonlySet<string>) => (tie: Ties[number]) =>
  (tie.from === person && others.has(tie.to)) || (tie.to === person && others.has(tie.from));

function ranked(
  { introducers: people, ties }: Candidates,
  from: string,
  targets: ReadonlySet<string>,
  maxIntroducers: number,
  limit: number,
): RankedPath[] {
  const candidates = { people, ties: ties.map((tie) => ({ ...tie, probability: tie.p90 })) };
  return rankPaths(candidates, from, targets, { maxIntroducers, limit });
}
