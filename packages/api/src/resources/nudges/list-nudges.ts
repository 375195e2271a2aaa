import { type Nudge, nudgesOf } from "@kith/core";
import type { Context } from "../../context.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { viewOfPerson } from "../frames/view.ts";
import { modelOf } from "../model/tenant-model.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import { readFacts } from "./facts/read-facts.ts";
import { type FoundNudged, findNudged } from "./find-nudged.ts";
import { nudgeUuid } from "./nudge-id.ts";
import { quietUntil } from "./quiet-hours.ts";

/** A nudge as the person it is for is shown it. */
export interface ShownNudge extends Nudge {
  /** As a UUID. */
  id: string;
  brief: PersonBrief | null;
}

export interface ListedNudges {
  nudges: ShownNudge[];
  nudged: FoundNudged;
  placesTaken: number;
  quietUntil: number | null;
}

/** What a person could do for their relationships now, within this week's budget. */
export async function listNudges(ctx: Context, ref: string): Promise<ListedNudges> {
  const nudged = await findNudged(ctx, ref, "/path/person");
  const facts = await readFacts(ctx, nudged);
  const moment = { at: ctx.now, weekStartsAt: nudged.weekStartsAt };
  const model = modelOf(ctx.tenant).constants;
  const week = nudgesOf(facts, moment, nudged.preferences, { model });
  const quiet = quietUntil(nudged.zone, nudged.stored.quietHours, ctx.now);
  return {
    nudges: quiet === null ? await showNudges(ctx, nudged.person, week.nudges) : [],
    nudged,
    placesTaken: week.placesTaken,
    quietUntil: quiet,
  };
}

/** Whom a nudge is about is shown as that person lets the one who is nudged see them. */
export async function showNudges(
  ctx: Context,
  person: string,
  nudges: readonly Nudge[],
): Promise<ShownNudge[]> {
  const subjects = [...new Set(nudges.flatMap(({ subject }) => subject ?? []))];
  const view = await viewOfPerson(ctx, person, subjects);
  const briefs = await showBriefs(ctx, subjects, view);
  return nudges.map((nudge) => ({
    ...nudge,
    id: nudgeUuid(ctx.tx.tenantId, person, nudge.key),
    brief: nudge.subject === null ? null : (briefs.get(nudge.subject) ?? null),
  }));
}
