import {
  type Facets,
  type Instant,
  measureTie,
  type PairEvidence,
  pairOf,
  type RealTieMeasures,
  realTie,
  sideOf,
  type TieMeasures,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { viewOf } from "../frames/view.ts";
import { modelOf, type TenantModel } from "../model/tenant-model.ts";
import { evidenceAt, momentAsked } from "./evidence-at.ts";
import { type Declaration, readDeclaration } from "./queries/declarations.ts";
import { readFacets } from "./queries/facets.ts";
import { requireEnds, type TieEnds } from "./tie-ends.ts";

/** A tie as the log and one side's declaration give it. */
export interface MeasuredTie extends TieEnds {
  evidence: PairEvidence;
  measures: TieMeasures;
  declared: Declaration;
}

/** A tie as one side is answered it. */
export interface Tie extends MeasuredTie {
  /** What each of the two can give and could use. */
  facets: { own: Facets; other: Facets };
  real: RealTieMeasures;
}

export function measuredTie(
  ends: TieEnds,
  evidence: PairEvidence,
  declared: Declaration,
  at: Instant,
  { constants: model, name }: TenantModel,
): MeasuredTie {
  const measures = measureTie(evidence, sideOf(ends.from, ends.to), at, { declared, model });
  return { ...ends, evidence, measures: { ...measures, model: name }, declared };
}

/** Adds whether each tie is real at the moment, which the profiles of both its people say too. */
export async function withReal<T extends MeasuredTie>(
  ctx: Context,
  ties: readonly T[],
  at: Instant,
  { constants } = modelOf(ctx.tenant),
): Promise<(T & Tie)[]> {
  const people = ties.flatMap(({ from, to }) => [from, to]);
  const view = await viewOf(ctx, people);
  const profiles = await readFacets(ctx.tx, people, at, view.showFields);
  return ties.map((tie) => {
    const facets = { own: profiles.get(tie.from) ?? {}, other: profiles.get(tie.to) ?? {} };
    const side = sideOf(tie.from, tie.to);
    const real = realTie(tie.evidence, side, facets.own, facets.other, at, constants);
    return { ...tie, facets, real };
  });
}

export async function answeredTie(
  ctx: Context,
  measured: MeasuredTie,
  model = modelOf(ctx.tenant),
): Promise<Tie> {
  const [tie] = await withReal(ctx, [measured], measured.measures.at, model);
  return tie as Tie;
}

/** The tie of one person to another at any moment; a tie of two strangers has band `none`. */
export async function getTie(
  ctx: Context,
  { from, to, at }: { from: string; to: string; at: Instant | undefined },
): Promise<Tie> {
  const moment = momentAsked(ctx, at);
  const ends = await requireEnds(ctx, { from, to });
  const evidence = await evidenceAt(ctx, pairOf(ends.from, ends.to), moment);
  const declared = await readDeclaration(ctx.tx, ends.from, ends.to);
  return answeredTie(ctx, measuredTie(ends, evidence, declared, moment, modelOf(ctx.tenant)));
}
