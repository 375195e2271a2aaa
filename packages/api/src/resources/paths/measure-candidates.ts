import {
  band,
  contactProbability,
  emptyEvidence,
  type Instant,
  isStrained,
  pairOf,
  rebuildPair,
  strength,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { modelOf } from "../model/tenant-model.ts";
import { readCondensedLogs } from "../ties/queries/log.ts";
import type { CandidateTie } from "./candidate-graph.ts";
import type { IndexedTie } from "./queries/expand.ts";

/**
 * Strength and chance of contact at a moment. Of a past one, and of evidence dated ahead of it, the
 * tie is rebuilt from the log: what was not known yet is no tie.
 */
export async function measureCandidates(
  ctx: Context,
  ties: readonly IndexedTie[],
  at: Instant,
): Promise<CandidateTie[]> {
  const { constants: model } = modelOf(ctx.tenant);
  const isPast = at < ctx.now; // friction may be younger than the moment where contact is not
  const ahead = ties.filter(({ lastContactAt }) => isPast || lastContactAt > at);
  const pairs = ahead.map(({ from, to }) => pairOf(from, to));
  const logs = await readCondensedLogs(ctx.tx, pairs, at);
  const rebuilt = new Map(
    ahead.map((tie, index) => [tie, rebuildPair(logs[index] ?? [], model)] as const),
  );
  return ties.flatMap((tie) => {
    const { log2Weight, lastContactAt } = tie;
    const known = rebuilt.get(tie);
    // The index holds what these measures read; there was at least one contact day.
    const evidence = known ?? { ...emptyEvidence, contactDays: 1, log2Weight, lastContactAt };
    const { lastContactAt: last } = evidence;
    const built = strength(evidence, at, model);
    const p90 = contactProbability(evidence, at, 90, model);
    if (built === null || p90 === null || last === null) return [];
    const strained = known ? isStrained(known) : tie.strained;
    const measured = { strength: built, p90, band: band(evidence, at, model) };
    return [{ ...tie, ...measured, strained, lastContactAt: last, paused: false }];
  });
}
