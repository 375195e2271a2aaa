import { type ExplainedPart, explainPath, type Instant, type RankedPath } from "@kith/core";
import type { Context } from "../../context.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { modelOf } from "../model/tenant-model.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import type { CandidateTie } from "./candidate-graph.ts";
import { type Candidates, findCandidates } from "./find-candidates.ts";
import { findEnds, type Target } from "./find-targets.ts";
import {
  type Lacking,
  type NearestMiss,
  nearestMiss,
  noConnection,
  noTarget,
} from "./nearest-miss.ts";
import { rank } from "./rank.ts";
import { type Ends, readEnds } from "./read-ends.ts";

const mostIntroducers = 3;

export interface PathSearch {
  from: string;
  to: Target;
  maxIntroducers: number;
  limit: number;
  distinct: boolean;
}

export interface FoundPath {
  people: PersonBrief[];
  /** The ranking score: chances, damped by each introducer's willingness and number of ties. */
  willingness: number;
  hops: CandidateTie[];
  parts: ExplainedPart[];
}

export interface FoundPaths {
  data: FoundPath[];
  /** Only where there is no path. */
  nearest?: { lacking: Lacking; detail: string; people: PersonBrief[] };
  at: Instant;
  model: string;
}

/** The ways to a person, or to anybody of an organization, skill or role, most willing first. */
export async function searchPaths(ctx: Context, search: PathSearch): Promise<FoundPaths> {
  const { from, targets } = await findEnds(ctx, search);
  const at = ctx.now;
  const answer = { at, model: modelOf(ctx.tenant).name };
  if (targets.size === 0) return { data: [], nearest: { ...noTarget, people: [] }, ...answer };
  const ends = await readEnds(ctx.tx, from, targets);
  const candidates = await findCandidates(ctx, ends, search.maxIntroducers, at);
  const paths = rank(candidates, from, targets, search);
  const miss = paths.length > 0 ? null : await missOf(ctx, ends, search, at, candidates);
  const named = [...new Set([...paths, ...(miss ? [miss] : [])].flatMap(({ people }) => people))];
  const briefs = await showBriefs(ctx, named);
  const brief = (id: string) => briefs.get(id) ?? { id, externalId: null, name: null };
  return {
    data: paths.map((path) => ({
      people: path.people.map(brief),
      willingness: path.score,
      hops: hopsOf(path, candidates),
      parts: explainPath(path),
    })),
    ...(miss ? { nearest: { ...miss, people: miss.people.map(brief) } } : {}),
    ...answer,
  };
}

async function missOf(
  ctx: Context,
  ends: Ends,
  { maxIntroducers }: PathSearch,
  at: Instant,
  candidates: Candidates,
): Promise<NearestMiss> {
  const isWidest = maxIntroducers === mostIntroducers;
  const widest = isWidest ? candidates : await findCandidates(ctx, ends, mostIntroducers, at);
  const miss = nearestMiss(widest, ends.from, ends.targets);
  // That somebody does not introduce is theirs to tell.
  return miss.lacking === "openIntroducer" && ctx.actor.kind === "member" ? noConnection : miss;
}

/** The ties of a path in its own direction. */
function hopsOf({ hops }: RankedPath, { ties }: Candidates): CandidateTie[] {
  return hops.flatMap(({ from, to }) => {
    const tie = ties.find(
      (tie) => (tie.from === from && tie.to === to) || (tie.from === to && tie.to === from),
    );
    return tie ? [{ ...tie, from, to }] : [];
  });
}
