import { type HelpingWeights, helpingWeights } from "./helping-weights.ts";

/** What somebody is busy with for others. */
export interface HelpLoad {
  /** Introductions that wait for them. */
  readonly waiting: number;
  /** Days with help given in the last thirty; and in thirty days of their usual life. */
  readonly helpDays: number;
  readonly usualHelpDays: number;
}

export const noLoad: HelpLoad = { waiting: 0, helpDays: 0, usualHelpDays: 0 };

/** Whether somebody helps much more than they usually do. */
export const isBusyHelping = (
  { helpDays, usualHelpDays }: HelpLoad,
  weights: HelpingWeights = helpingWeights,
): boolean => helpDays > weights.busyRatio * usualHelpDays + weights.busyDays;

/**
 * Load: by how much somebody is asked less because of what they do for others already.
 *
 *   load = 1 / (1 + waiting / 5), times 0.8 while they help more than twice as much as usual
 *
 * Range (0, 1]. Compared with their own usual days, not with other people's: those who help much
 * help next, and a limit for all alike would hide just them. It is a choice made for the sake of
 * helpers, not a prediction: `docs/validation.md` says what it costs.
 */
export function loadFactor(load: HelpLoad, weights: HelpingWeights = helpingWeights): number {
  const free = 1 / (1 + load.waiting / weights.waiting);
  return isBusyHelping(load, weights) ? free * weights.busy : free;
}

/** Help days in thirty days of a usual life: the long-run sum over its mean length, times thirty. */
export const usualHelpDays = (givenWeight: number, halfLifeDays: number): number =>
  (givenWeight * Math.LN2 * 30) / halfLifeDays;
