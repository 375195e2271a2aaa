import type { Instant } from "../instant.ts";

/** Who takes part: who asks, who is asked to introduce, and to whom. */
export const introductionRoles = ["requester", "introducer", "target"] as const;
export type IntroductionRole = (typeof introductionRoles)[number];

/** What it is for, from the lightest to ask for to the heaviest. */
export const introductionPurposes = [
  "information",
  "advice",
  "mentoring",
  "collaboration",
  "referral",
  "job",
] as const;
export type IntroductionPurpose = (typeof introductionPurposes)[number];

/**
 * Where an introduction stands.
 *
 *   requested -> introducerAgreed -> targetAgreed -> made -> thanked -> reported
 *
 * or it ends early: declined by one of the two who are asked, withdrawn by who asks, expired. Only
 * the engine knows this state. What each of the three may know of it is another thing: see
 * `introductionAsSeenBy`.
 */
export const introductionStates = [
  "requested",
  "introducerAgreed",
  "targetAgreed",
  "made",
  "thanked",
  "reported",
  "declinedByIntroducer",
  "declinedByTarget",
  "withdrawn",
  "expired",
] as const;
export type IntroductionState = (typeof introductionStates)[number];

/** What is known of an introduction. Of its state, what the last action made it: time goes on. */
export interface IntroductionFacts {
  /** Never `expired`, which comes by itself. */
  readonly state: Exclude<IntroductionState, "expired">;
  readonly requestedAt: Instant;
  readonly introducerAgreedAt: Instant | null;
  readonly targetAgreedAt: Instant | null;
  readonly madeAt: Instant | null;
  readonly thankedAt: Instant | null;
  readonly reportedAt: Instant | null;
}

/** An introduction as it begins. */
export const requestedIntroduction = (at: Instant): IntroductionFacts => ({
  state: "requested",
  requestedAt: at,
  introducerAgreedAt: null,
  targetAgreedAt: null,
  madeAt: null,
  thankedAt: null,
  reportedAt: null,
});
