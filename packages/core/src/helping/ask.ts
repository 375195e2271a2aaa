import type { Instant } from "../instant.ts";
import { MS_PER_DAY } from "../instant.ts";
import type { InteractionType } from "../interaction/types.ts";

/**
 * What one can ask for, the lightest first: people know something long before they have an opening,
 * so information comes first and a job last.
 */
export const askKinds = [
  "information",
  "advice",
  "feedback",
  "introduction",
  "referral",
  "mentoring",
  "collaboration",
  "support",
  "job",
] as const;

export type AskKind = (typeof askKinds)[number];

/** As what help with an ask of each kind is recorded: an opening that somebody knew of is a lead. */
export const helpTypes: Readonly<Record<AskKind, InteractionType>> = {
  information: "knowledge",
  advice: "advice",
  feedback: "feedback",
  introduction: "introduction",
  referral: "referral",
  mentoring: "mentoring",
  collaboration: "collaboration",
  support: "support",
  job: "lead",
};

/** How an ask ended, as the asker says. */
export const askOutcomes = ["helped", "partlyHelped", "notHelped", "noLongerNeeded"] as const;
export type AskOutcome = (typeof askOutcomes)[number];

export const askStates = ["open", "expired", "closed"] as const;
export type AskState = (typeof askStates)[number];

/** What helping may hold at most, and how long it is open unless its owner says. */
export const helpingLimits = {
  askDays: 30,
  longestDays: 365,
  openAsks: 25,
  offers: 25,
  openGoals: 25,
} as const;

/** Whether an ask waits for help at a moment: it expires by the clock alone. */
export function askState(
  {
    closedAt,
    expiresAt,
  }: { readonly closedAt: Instant | null; readonly expiresAt: Instant | null },
  at: Instant,
): AskState {
  if (closedAt !== null) return "closed";
  return expiresAt !== null && expiresAt <= at ? "expired" : "open";
}

export const expiryOf = (askedAt: Instant): Instant => askedAt + helpingLimits.askDays * MS_PER_DAY;
