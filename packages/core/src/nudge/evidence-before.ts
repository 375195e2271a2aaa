import { type Day, startOfDay } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import {
  emptyEvidence,
  evidenceOfDays,
  type NewContactDay,
  type PairEvidence,
} from "../tie/evidence.ts";

/** As it was, and on which day contact was taken up again. */
export interface EvidenceBefore extends PairEvidence {
  readonly resumedDay: Day | null;
}

/**
 * A pair's evidence without its latest contact days: as it was before them, for ranking only. The
 * instants of each direction stay what they are, and sums have the precision of a difference.
 */
export function evidenceBefore(
  evidence: PairEvidence,
  latest: readonly Omit<NewContactDay, "added">[],
  lastDay: Day | null,
  model: Model = defaultModel,
): EvidenceBefore {
  const days = latest.map(({ day }) => day);
  const resumedDay = days.length > 0 ? Math.min(...days) : null;
  if (lastDay === null) return { ...emptyEvidence, resumedDay };
  const since = evidenceOfDays(
    latest.map(({ day, mask }) => ({ day, mask, added: mask })),
    undefined,
    model,
  );
  return {
    ...evidence,
    log2Weight: log2Less(evidence.log2Weight, since.log2Weight),
    log2RecentWeight: log2Less(evidence.log2RecentWeight, since.log2RecentWeight),
    log2WeightAb: log2Less(evidence.log2WeightAb, since.log2WeightAb),
    log2WeightBa: log2Less(evidence.log2WeightBa, since.log2WeightBa),
    log2HelpAb: log2Less(evidence.log2HelpAb, since.log2HelpAb),
    log2HelpBa: log2Less(evidence.log2HelpBa, since.log2HelpBa),
    contactDays: evidence.contactDays - since.contactDays,
    helpDaysAb: evidence.helpDaysAb - since.helpDaysAb,
    helpDaysBa: evidence.helpDaysBa - since.helpDaysBa,
    lastDay,
    lastContactAt: startOfDay(lastDay),
    resumedDay,
  };
}

/** log2(2^x - 2^y); nothing is left where y is not less. */
function log2Less(x: number, y: number): number {
  const share = 1 - 2 ** (y - x);
  return y === -Infinity ? x : share > 0 ? x + Math.log2(share) : -Infinity;
}
