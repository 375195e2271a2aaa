import { type Instant, MS_PER_DAY, pairOf, type TieHistoryPoint, tieHistory } from "@kith/core";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { modelOf } from "../model/tenant-model.ts";
import { momentAsked } from "./evidence-at.ts";
import { readCondensedLogs } from "./queries/log.ts";
import { requireEnds, type TieEnds } from "./tie-ends.ts";

const maxPoints = 500;
const yearDays = 365;

export interface TieHistory extends TieEnds {
  since: Instant;
  until: Instant;
  stepDays: number;
  points: TieHistoryPoint[];
  model: string;
}

/** A tie through its past: each point equals what the tie reads at that moment. */
export async function getHistory(
  ctx: Context,
  input: {
    from: string;
    to: string;
    since: Instant | undefined;
    until: Instant | undefined;
    stepDays: number;
  },
): Promise<TieHistory> {
  const { stepDays } = input;
  const until = momentAsked(ctx, input.until, "?until");
  // A whole number of steps, so that the last point is `until` itself.
  const yearBefore = until - Math.floor(yearDays / stepDays) * stepDays * MS_PER_DAY;
  const since = input.since ?? Math.max(0, yearBefore);
  requireFewPoints(since, until, stepDays);
  const ends = await requireEnds(ctx, input);
  const steps = { since, everyDays: stepDays };
  const [log = []] = await readCondensedLogs(ctx.tx, [pairOf(ends.from, ends.to)], until, steps);
  const { constants, name } = modelOf(ctx.tenant);
  const points = tieHistory(log, { since, until, stepDays, model: constants });
  return { ...ends, since, until, stepDays, points, model: name };
}

function requireFewPoints(since: Instant, until: Instant, stepDays: number): void {
  if (since > until) {
    throw new Problem("invalid_request", "A history runs forward in time.", {
      errors: [{ pointer: "?since", detail: "must not be after `until`" }],
    });
  }
  const days = (until - since) / MS_PER_DAY;
  if (Math.floor(days / stepDays) + 1 <= maxPoints) return;
  const least = Math.floor(days / maxPoints) + 1;
  throw new Problem("invalid_request", `A history has at most ${maxPoints} points.`, {
    errors: [{ pointer: "?step", detail: `must be at least ${least} for this span` }],
  });
}
