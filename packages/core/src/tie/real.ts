import type { PairEvidence } from "./evidence.ts";

/** Whether a tie is real: both sides have an incentive and a capability to help each other. */
export interface RealTie {
  /** Both have reached out; null without a contact day. */
  readonly incentive: boolean | null;
  /** Both have helped the other; null while neither has. */
  readonly capability: boolean | null;
}

/**
 * Real: what the evidence shows of a tie's two halves, not of their sum.
 *
 *   incentive  = each has reached out to the other on at least one day
 *   capability = each has helped the other on at least one day
 *
 * Symmetric and without decay: what was shown once stays shown; the band says whether the tie is in
 * use. `false` means one-sided so far. Undefined (null) where there is no contact, or no help.
 */
export function real(evidence: PairEvidence): RealTie {
  const { contactDays, log2WeightAb, log2WeightBa, helpDaysAb, helpDaysBa } = evidence;
  return {
    incentive: contactDays === 0 ? null : Math.min(log2WeightAb, log2WeightBa) > -Infinity,
    capability: helpDaysAb + helpDaysBa === 0 ? null : Math.min(helpDaysAb, helpDaysBa) > 0,
  };
}
