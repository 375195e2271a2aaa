import type { Day } from "../instant.ts";
import {
  A_HELPED_B,
  A_REACHED_B,
  B_HELPED_A,
  B_REACHED_A,
  earlier,
  later,
  noInstants,
  type PairInstants,
} from "../interaction/contact-days.ts";
import { defaultModel, type Model } from "../model/model.ts";
import { Log2Sum } from "./log2-sum.ts";

/**
 * Everything that is stored of a pair: a commutative monoid (sums, counts, minima, maxima) under
 * `mergeEvidence`, with `emptyEvidence` as identity. Two parts of the history may be summed
 * anywhere, in any order, and merged.
 *
 * The weights are kept forward-decayed: log2 of the sum of 2^(day / halfLife) over the contact
 * days, with day counted from 1970, `-Infinity` when there is none. Adding needs no clock, and the
 * order of pairs by weight is the same at every moment (Cormode et al. 2009, "forward decay").
 */
export interface PairEvidence extends PairInstants {
  /** Contact days in either direction. */
  readonly log2Weight: number;
  /** The same with the shorter half-life. */
  readonly log2RecentWeight: number;
  /** Contact days on which a reached b. */
  readonly log2WeightAb: number;
  readonly log2WeightBa: number;
  /** Days on which a helped b. */
  readonly log2HelpAb: number;
  readonly log2HelpBa: number;
  readonly contactDays: number;
  readonly helpDaysAb: number;
  readonly helpDaysBa: number;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}

export const emptyEvidence: PairEvidence = Object.freeze({
  log2Weight: -Infinity,
  log2RecentWeight: -Infinity,
  log2WeightAb: -Infinity,
  log2WeightBa: -Infinity,
  log2HelpAb: -Infinity,
  log2HelpBa: -Infinity,
  contactDays: 0,
  helpDaysAb: 0,
  helpDaysBa: 0,
  firstDay: null,
  lastDay: null,
  ...noInstants,
});

/** A contact day after bits were added to it: the bits it has now, and which of them are new. */
export interface NewContactDay {
  readonly day: Day;
  readonly mask: number;
  readonly added: number;
}

/**
 * The evidence that new bits of contact days add to a pair. A day whose bits are all new
 * (`mask === added`) was not a contact day before, and adds to the weights of either direction.
 */
export function evidenceOfDays(
  days: Iterable<NewContactDay>,
  instants: PairInstants = noInstants,
  model: Model = defaultModel,
): PairEvidence {
  const either = new Log2Sum();
  const recent = new Log2Sum();
  const ab = new Log2Sum();
  const ba = new Log2Sum();
  const helpAb = new Log2Sum();
  const helpBa = new Log2Sum();
  let firstDay: Day | null = null;
  let lastDay: Day | null = null;
  for (const { day, mask, added } of days) {
    if (added === 0) continue;
    const log2 = day / model.halfLifeDays;
    if (mask === added) {
      either.add(log2);
      recent.add(day / model.recentHalfLifeDays);
    }
    if (added & A_REACHED_B) ab.add(log2);
    if (added & B_REACHED_A) ba.add(log2);
    if (added & A_HELPED_B) helpAb.add(log2);
    if (added & B_HELPED_A) helpBa.add(log2);
    firstDay = earlier(firstDay, day);
    lastDay = later(lastDay, day);
  }
  return {
    log2Weight: either.log2,
    log2RecentWeight: recent.log2,
    log2WeightAb: ab.log2,
    log2WeightBa: ba.log2,
    log2HelpAb: helpAb.log2,
    log2HelpBa: helpBa.log2,
    contactDays: either.count,
    helpDaysAb: helpAb.count,
    helpDaysBa: helpBa.count,
    firstDay,
    lastDay,
    ...instants,
  };
}
