import {
  explainTie as explain,
  type Instant,
  pairOf,
  sideOf,
  type TieExplanation,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { modelOf } from "../model/tenant-model.ts";
import { evidenceAt, momentAsked } from "./evidence-at.ts";
import { sentencesOf } from "./explanation-sentences.ts";
import { answeredTie, measuredTie, type Tie } from "./get-tie.ts";
import { readDeclaration } from "./queries/declarations.ts";
import { readLatestDays } from "./queries/log.ts";
import { requireEnds } from "./tie-ends.ts";

// Weight decays by age alone: the days that weigh most are the latest ones.
const shownDays = 5;
const shownPerDirection = 5;

export interface ExplainedTie {
  tie: Tie;
  explanation: TieExplanation;
  sentences: string[];
}

/** Takes a tie apart: the parts of its numbers, the days that weigh most, what would change it. */
export async function explainTie(
  ctx: Context,
  { from, to, at }: { from: string; to: string; at: Instant | undefined },
): Promise<ExplainedTie> {
  const moment = momentAsked(ctx, at);
  const ends = await requireEnds(ctx, { from, to });
  const pair = pairOf(ends.from, ends.to);
  const evidence = await evidenceAt(ctx, pair, moment);
  const declared = await readDeclaration(ctx.tx, ends.from, ends.to);
  const latest = await readLatestDays(ctx.tx, pair, {
    until: moment,
    days: shownDays,
    perDirection: shownPerDirection,
  });
  const side = sideOf(ends.from, ends.to);
  const model = modelOf(ctx.tenant);
  const tie = await answeredTie(ctx, measuredTie(ends, evidence, declared, moment, model));
  const options = { declared, facets: tie.facets, limit: shownDays, model: model.constants };
  const explanation = explain(evidence, side, latest, moment, options);
  // Core shares the weight out among the days it was given, which are the latest only.
  const weighingDays = explanation.weighingDays.map((day) => ({
    ...day,
    share: Math.min(1, day.weight / explanation.weight),
  }));
  const whole = { ...explanation, weighingDays, model: model.name };
  return { tie, explanation: whole, sentences: sentencesOf(tie, whole) };
}
