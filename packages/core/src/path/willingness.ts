import type { PathPerson } from "./path-graph.ts";

export interface IntroducerFacts {
  readonly openToIntroduce: boolean;
  /** Introductions that wait for this person now, and how many they take at a time. */
  readonly pendingIntroductions?: number;
  readonly introductionLimit?: number;
  /** Help reciprocity of requester and introducer; null or absent when nothing flowed. */
  readonly reciprocity?: number | null;
}

/**
 * Willingness: how ready a person is to introduce.
 *
 *   willingness = 0 if not open to it, else (1 - pending / limit) * (1 + reciprocity) / 2
 *
 * Range [0, 1]. Where nothing flowed between requester and introducer, or no limit is set, that
 * factor is 1: unknown is not held against anybody. A plain prior; it was not fitted to data.
 */
export function introducerWillingness(facts: IntroducerFacts): number {
  if (!facts.openToIntroduce) return 0;
  const { pendingIntroductions = 0, introductionLimit = Infinity, reciprocity } = facts;
  const room = introductionLimit > 0 ? 1 - pendingIntroductions / introductionLimit : 0;
  const evenness = reciprocity == null ? 1 : (1 + reciprocity) / 2;
  return Math.max(0, room) * evenness;
}

/**
 * The factor by which an introducer enters a path's score: willingness / ln(degree).
 * Somebody with many ties has less of themselves for each (the damping of Adamic & Adar 2003).
 * An introducer has at least two ties, so a smaller degree counts as 2.
 */
export function introducerFactor(person: PathPerson): number {
  if (!person.openToIntroduce) return 0;
  return (person.willingness ?? 1) / Math.log(Math.max(2, person.degree));
}
