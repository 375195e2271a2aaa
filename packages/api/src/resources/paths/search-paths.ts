import { type ExplainedPart, explainPath, type Instant, type RankedPath } from "@kith/core";
import type { Context } from "../../context.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { viewOf } from "../frames/view.ts";
import { modelOf } from "../model/tenant-model.ts";
import { momentAsked } from "../ties/evidence-at.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import { adviceFor } from "./advice.ts";
import type { CandidateTie } from "./candidate-graph.ts";
import { explainHops, type Hop } from "./explain-hops.ts";
import { type Candidates, findCandidates } from "./find-candidates.ts";
import { findEnds, type Target } from "./find-targets.ts";
import type { Reason } from "./hop-reasons.ts";
import {
  type Lacking,
  type NearestMiss,
  nearestMiss,
  noConnection,
  noTarget,
} from "./nearest-miss.ts";
import { rank } from "./rank.ts";
import { Chains, type Ends, readEnds } from "./read-ends.ts";

const mostIntroducers = 3;

export interface PathSearch {
  from: string;
  to: Target;
  /** The moment to look at; now when absent. */
  at?: Instant | undefined;
  maxIntroducers: number;
  limit: number;
  distinct: boolean;
}

export interface FoundPath {
  people: PersonBrief[];
  /** The ranking score: chances, damped by each introducer's willingness and number of ties. */
  willingness: number;
  hops: Hop[];
  /** What to do first. */
  advice: Reason;
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
  const at = momentAsked(ctx, search.at, "/at");
  const { from, targets } = await findEnds(ctx, search, at);
  const answer = { at, model: modelOf(ctx.tenant).name };
  if (targets.size === 0) return { data: [], nearest: { ...noTarget, people: [] }, ...answer };
  const read = await readEnds(ctx.tx, from, targets);
  const ends = { ...read, chains: new Chains(ctx.tx, read) };
  const candidates = await findCandidates(ctx, ends, search.maxIntroducers, at);
  const paths = rank(candidates, from, targets, search);
  const miss = paths.length > 0 ? null : await missOf(ctx, ends, search, at, candidates);
  const named = [...new Set([...paths, ...(miss ? [miss] : [])].flatMap(({ people }) => people))];
  const view = await viewOf(ctx, named);
  const chains = paths.map((path) => hopsOf(path, candidates));
  const [briefs, hops] = await Promise.all([
    showBriefs(ctx, named, view),
    explainHops(ctx, chains, { at, view }),
  ]);
  const brief = (id: string) => briefs.get(id) ?? { id, externalId: null, name: null };
  return {
    data: paths.map((path, index) => {
      const people = path.people.map(brief);
      const steps = hops[index] ?? [];
      return {
        people,
        willingness: path.score,
        hops: steps,
        advice: adviceFor(people, steps[0]?.band ?? "none"),
        parts: explainPath(path),
      };
    }),
    ...(miss ? { nearest: { ...miss, people: miss.people.map(brief) } } : {}),
    ...answer,
  };
}

async function missOf(
  ctx: Context,
  ends: Ends & { chains: Chains },
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
