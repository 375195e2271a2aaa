import { earlier, later, mergeInstants } from "../interaction/contact-days.ts";
import type { PairEvidence } from "./evidence.ts";
import { log2Add } from "./log2-sum.ts";

/**
 * Joins two parts of a pair's evidence. Commutative and associative, `emptyEvidence` changes
 * nothing. The parts must come from different bits of contact days: what keeps a day from being
 * counted twice is the set of contact days, not the sums.
 */
export function mergeEvidence(x: PairEvidence, y: PairEvidence): PairEvidence {
  return {
    log2Weight: log2Add(x.log2Weight, y.log2Weight),
    log2RecentWeight: log2Add(x.log2RecentWeight, y.log2RecentWeight),
    log2WeightAb: log2Add(x.log2WeightAb, y.log2WeightAb),
    log2WeightBa: log2Add(x.log2WeightBa, y.log2WeightBa),
    log2HelpAb: log2Add(x.log2HelpAb, y.log2HelpAb),
    log2HelpBa: log2Add(x.log2HelpBa, y.log2HelpBa),
    contactDays: x.contactDays + y.contactDays,
    helpDaysAb: x.helpDaysAb + y.helpDaysAb,
    helpDaysBa: x.helpDaysBa + y.helpDaysBa,
    firstDay: earlier(x.firstDay, y.firstDay),
    lastDay: later(x.lastDay, y.lastDay),
    ...mergeInstants(x, y),
  };
}
