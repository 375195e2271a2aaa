import {
  emptyEvidence,
  type Instant,
  later,
  MS_PER_DAY,
  type Pair,
  type PairEvidence,
  rebuildPair,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { toIso } from "../../http/time.ts";
import { modelOf } from "../model/tenant-model.ts";
import { readEvidence } from "./queries/evidence.ts";
import { readCondensedLogs } from "./queries/log.ts";

const maxAheadMs = 10 * 365 * MS_PER_DAY;

/** The moment asked for, or now. Beyond ten years ahead a projection of silence says nothing. */
export function momentAsked({ now }: Context, at: Instant | undefined, pointer = "?at"): Instant {
  if (at === undefined) return now;
  if (at <= now + maxAheadMs) return at;
  throw new Problem("invalid_request", "A tie can be projected up to ten years ahead.", {
    errors: [{ pointer, detail: `must not be after ${toIso(now + maxAheadMs)}` }],
  });
}

/** The latest moment that evidence speaks of; null for none. */
export function lastMoment(evidence: PairEvidence): Instant | null {
  const { lastContactAt, lastConflictAt, lastRepairAt } = evidence;
  return later(lastContactAt, later(lastConflictAt, lastRepairAt));
}

export const isKnownAt = (evidence: PairEvidence, at: Instant): boolean =>
  (lastMoment(evidence) ?? at) <= at;

/**
 * What was known of a pair at a moment: the stored evidence, unless it speaks of a later time (the
 * moment is past, or a test clock was set back); then it is rebuilt from the log up to the moment.
 */
export async function evidenceAt(
  ctx: Context,
  pair: Pair,
  at: Instant,
  { constants } = modelOf(ctx.tenant),
): Promise<PairEvidence> {
  const stored = await readEvidence(ctx.tx, pair);
  if (!stored) return emptyEvidence;
  if (isKnownAt(stored, at)) return stored;
  const [log = []] = await readCondensedLogs(ctx.tx, [pair], at);
  return rebuildPair(log, constants);
}
