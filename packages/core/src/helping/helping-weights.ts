/**
 * What ranks helpers and ways to help beside the clock of the tie, in one place. All of these are
 * provisional: plain priors, chosen before there was data on them, to be judged by what people do.
 * What was measured is in docs/validation.md, and none of these is part of it.
 */
export const helpingWeights = {
  /** What somebody counts for of whom nothing says that they can help: not knowing is not being unable. */
  unknownCapability: 0.1,
  /** How much it says that somebody's skills, topics or positions cover all of what is asked for. */
  terms: 0.8,
  /** What an ask that names no terms counts as covered of everybody. */
  noTerms: 0.5,
  /** That somebody offers this kind of help. */
  offer: 0.6,
  /** That somebody gave this kind of help before, times n / (n + 1) for n occasions. */
  history: 0.4,
  /** The initiative of somebody with whom there is no contact yet. */
  strangersInitiative: 0.5,
  /** So many open introductions halve what somebody is asked for. */
  waiting: 5,
  /** Helping more than this many times as much as usual, beyond a few days, is being busy helping. */
  busyRatio: 2,
  busyDays: 2,
  /** By what somebody who is busy helping is asked less. */
  busy: 0.8,
  /** How much each way to help counts before tie and capability do. */
  wayAsk: 1,
  wayIntroduction: 1,
  wayGoal: 0.6,
  wayMilestone: 0.3,
  /** How near somebody counts of whom there is no contact on record, or hardly any. */
  wayStranger: 0.3,
  /** Of whom it was thought by name, so much of their capability is taken as given. */
  wayNamed: 0.6,
} as const;

export type HelpingWeights = { readonly [W in keyof typeof helpingWeights]: number };
