import {
  type Band,
  clustering,
  concentration,
  constraint,
  effectiveSize,
  efficiency,
  type Instant,
  type WeightedEdge,
  weightedGraph,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { viewOf } from "../frames/view.ts";
import { modelOf } from "../model/tenant-model.ts";
import { requirePerson } from "../people/person-refs.ts";
import type { MeasuredTie } from "../ties/get-tie.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import { type EgoNetwork, readBeyond, readEgo, type TieBetween } from "./read-ego.ts";

export interface NetworkMeasures {
  alters: number;
  effectiveSize: number | null;
  efficiency: number | null;
  constraint: number | null;
  clustering: number | null;
  concentration: number | null;
}

export interface ShownNetwork {
  person: PersonBrief;
  /** The strongest ties first, then people beyond, the best reached first. */
  people: { person: PersonBrief; distance: 1 | 2 }[];
  own: MeasuredTie[];
  /** Ties between others; to a member only that there is one in use. */
  between: { a: string; b: string; strength: number | null; band: Band | null }[];
  /** null to a member: it would tell how strong ties of others are. */
  measures: NetworkMeasures | null;
  isComplete: boolean;
  at: Instant;
  model: string;
}

/** Ties between others in one answer. */
const mostBetween = 5_000;

/** A person's network as who asks may see it. */
export async function getNetwork(
  ctx: Context,
  query: { person: string; depth: number; minStrength?: number | undefined; limit: number },
): Promise<ShownNetwork> {
  const { limit, minStrength = 0 } = query;
  const ego = await requirePerson(ctx.tx, query.person, "/path/person");
  const network = await readEgo(ctx, ego, { limit, minStrength });
  const outward = query.depth === 2 ? await readBeyond(ctx, network) : [];
  const isMember = ctx.actor.kind === "member";
  const isTold = (tie: TieBetween) =>
    tie.strength >= minStrength && (!isMember || tie.band === "core" || tie.band === "active");
  const near = network.alters.map(({ to }) => to);
  const far = bestReached(network, outward.filter(isTold), 2 * limit);
  const view = await viewOf(ctx, [ego, ...near, ...far]);
  const shown = new Set([...near, ...far.filter(view.finds).slice(0, limit)].filter(view.finds));
  const told = [...network.among, ...outward].filter(
    (tie) => isTold(tie) && shown.has(tie.a) && shown.has(tie.b),
  );
  const between = told.sort((x, y) => y.strength - x.strength).slice(0, mostBetween);
  const briefs = await showBriefs(ctx, [ego, ...shown], view);
  const brief = (id: string) => briefs.get(id) ?? { id, externalId: null, name: null };
  const isNear = new Set(near);
  return {
    person: brief(ego),
    people: [...shown].map((id) => ({ person: brief(id), distance: isNear.has(id) ? 1 : 2 })),
    own: network.alters.filter(({ to }) => shown.has(to)),
    between: between.map(({ a, b, strength, band }) =>
      isMember ? { a, b, strength: null, band: null } : { a, b, strength, band },
    ),
    measures: isMember ? null : measuresOf(network),
    isComplete: network.isComplete && between.length === told.length,
    at: ctx.now,
    model: modelOf(ctx.tenant).name,
  };
}

/** People beyond, by the chances of all ways to them. */
function bestReached(
  { alters }: EgoNetwork,
  outward: readonly TieBetween[],
  limit: number,
): string[] {
  const chances = new Map(
    alters.map(({ to, measures }) => [to, measures.contactProbability.days90 ?? 0]),
  );
  const scores = new Map<string, number>();
  for (const { a, b, p90 } of outward) {
    scores.set(b, (scores.get(b) ?? 0) + (chances.get(a) ?? 0) * p90);
  }
  return [...scores]
    .sort(([x, scoreX], [y, scoreY]) => scoreY - scoreX || (x < y ? -1 : 1))
    .slice(0, limit)
    .map(([id]) => id);
}

function measuresOf({ ego, alters, among }: EgoNetwork): NetworkMeasures {
  const own = alters.map(({ to, measures }) => ({ a: ego, b: to, weight: measures.strength ?? 0 }));
  const others = among.map(({ a, b, strength: weight }) => ({ a, b, weight }));
  const edges: WeightedEdge[] = [...own, ...others].filter(({ weight }) => weight > 0);
  const graph = weightedGraph(edges, [ego]);
  return {
    alters: own.length,
    effectiveSize: effectiveSize(graph, ego),
    efficiency: efficiency(graph, ego),
    constraint: constraint(graph, ego),
    clustering: clustering(graph, ego),
    concentration: concentration(own.map(({ weight }) => weight)),
  };
}
