import {
  type Instant,
  measureTie,
  type PairEvidence,
  pairOf,
  type RealTie,
  real,
  sideOf,
  type TieMeasures,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { evidenceAt, momentAsked } from "./evidence-at.ts";
import { type Declaration, readDeclaration } from "./queries/declarations.ts";
import { requireEnds, type TieEnds } from "./tie-ends.ts";

/** A tie as one side is answered it: measures, and what that side declared. */
export interface Tie extends TieEnds {
  measures: TieMeasures;
  real: RealTie;
  declared: Declaration;
}

export function measuredTie(
  ends: TieEnds,
  evidence: PairEvidence,
  declared: Declaration,
  at: Instant,
): Tie {
  const measures = measureTie(evidence, sideOf(ends.from, ends.to), at, { declared });
  return { ...ends, measures, real: real(evidence), declared };
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
  return measuredTie(ends, evidence, declared, moment);
}
