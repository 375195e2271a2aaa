import type { Instant } from "../instant.ts";
import { introductionAsSeenBy, type SeenIntroductionState } from "./as-seen-by.ts";
import type { IntroductionFacts, IntroductionRole } from "./introduction.ts";

export const introductionActions = [
  "accept",
  "decline",
  "withdraw",
  "complete",
  "thank",
  "report",
] as const;
export type IntroductionAction = (typeof introductionActions)[number];

export interface IntroductionTransition {
  readonly role: IntroductionRole;
  /** What who acts sees it as. */
  readonly seen: SeenIntroductionState;
  readonly action: IntroductionAction;
  readonly next: IntroductionFacts["state"];
  readonly why: string;
}

const row = (
  role: IntroductionRole,
  seen: SeenIntroductionState,
  action: IntroductionAction,
  next: IntroductionFacts["state"],
  why: string,
): IntroductionTransition => ({ role, seen, action, next, why });

/**
 * All that can be done, by whom, and what becomes of it. What somebody may do depends on what they
 * see and on nothing else, so that trying can't tell more than looking. Hence who asked can take
 * back what was, unknown to them, declined already.
 */
export const introductionTransitions: readonly IntroductionTransition[] = [
  row("requester", "pending", "withdraw", "withdrawn", "A request is who asked's to take back."),
  row("requester", "agreed", "withdraw", "withdrawn", "Until it is made, nobody is bound."),
  row("requester", "agreed", "complete", "made", "Whoever sees first that it happened may say so."),
  row("requester", "made", "thank", "thanked", "Thanks come first."),
  row("requester", "made", "report", "reported", "Telling how it went is welcome at any time."),
  row("requester", "thanked", "report", "reported", "Who helped likes to hear how it went."),
  row("requester", "reported", "thank", "reported", "Thanks are never too late, and said once."),
  row("introducer", "requested", "accept", "introducerAgreed", "The target is asked only now."),
  row("introducer", "requested", "decline", "declinedByIntroducer", "A no is private."),
  row("introducer", "pending", "decline", "declinedByIntroducer", "A yes can be taken back."),
  row("introducer", "agreed", "complete", "made", "It is theirs to make."),
  row("introducer", "agreed", "decline", "declinedByIntroducer", "Nobody is bound before."),
  row("target", "requested", "accept", "targetAgreed", "Both agreed: now they may see addresses."),
  row("target", "requested", "decline", "declinedByTarget", "A no is private."),
  row("target", "agreed", "complete", "made", "Whoever sees first that it happened may say so."),
  row("target", "agreed", "decline", "declinedByTarget", "Consent can be taken back."),
];

const possible = (
  { thankedAt }: IntroductionFacts,
  role: IntroductionRole,
  seen: SeenIntroductionState | null,
): IntroductionTransition[] =>
  introductionTransitions.filter(
    (row) =>
      row.role === role && row.seen === seen && (row.action !== "thank" || thankedAt === null),
  );

/** What one of the three can do now. */
export const allowedIntroductionActions = (
  introduction: IntroductionFacts,
  role: IntroductionRole,
  at: Instant,
): IntroductionAction[] =>
  possible(introduction, role, introductionAsSeenBy(role, introduction, at)).map(
    ({ action }) => action,
  );

export type IntroductionStep =
  | { readonly introduction: IntroductionFacts }
  /** Not now, or not by them: what they can do instead. */
  | { readonly allowed: readonly IntroductionAction[] };

/** The introduction after an action, or a refusal that says what is possible. */
export function moveIntroduction(
  introduction: IntroductionFacts,
  role: IntroductionRole,
  action: IntroductionAction,
  at: Instant,
): IntroductionStep {
  const rows = possible(introduction, role, introductionAsSeenBy(role, introduction, at));
  const found = rows.find((row) => row.action === action);
  if (!found) return { allowed: rows.map((row) => row.action) };
  const stamp = stampOf(role, action);
  return {
    introduction: { ...introduction, state: found.next, ...(stamp ? { [stamp]: at } : {}) },
  };
}

/** The time that an action leaves behind. */
function stampOf(
  role: IntroductionRole,
  action: IntroductionAction,
): Exclude<keyof IntroductionFacts, "state"> | null {
  if (action === "accept") return role === "introducer" ? "introducerAgreedAt" : "targetAgreedAt";
  if (action === "complete") return "madeAt";
  if (action === "thank") return "thankedAt";
  return action === "report" ? "reportedAt" : null;
}
