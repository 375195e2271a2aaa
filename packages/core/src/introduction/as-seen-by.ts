import type { Instant } from "../instant.ts";
import type { IntroductionFacts, IntroductionRole, IntroductionState } from "./introduction.ts";
import { introductionClosesAt, introductionStateAt } from "./introduction-rules.ts";

/**
 * What one of the three may know of where an introduction stands.
 *
 *   requested    it waits for your answer        pending      it waits for somebody else
 *   agreed       both agreed                     made, thanked, reported: as they say
 *   declined     you said no                     expired      your time to answer ran out
 *   withdrawn    you took it back                notThisTime  it is over, by whom is not told
 */
export const seenIntroductionStates = [
  "requested",
  "pending",
  "agreed",
  "made",
  "thanked",
  "reported",
  "declined",
  "withdrawn",
  "expired",
  "notThisTime",
] as const;
export type SeenIntroductionState = (typeof seenIntroductionStates)[number];

/**
 * An introduction as one of the three sees it; null while it does not exist for them.
 *
 * Nobody learns of another's no, of its author, or that somebody did not answer. Until both have
 * agreed, who asked sees `pending` up to a day that was fixed from the beginning, whatever happens
 * meanwhile, and then `notThisTime`: neither order nor time of what they see depends on what was
 * answered. The introducer sees nothing else of the target's answer, and the target nothing at all
 * before the introducer agreed.
 */
export function introductionAsSeenBy(
  role: IntroductionRole,
  introduction: IntroductionFacts,
  at: Instant,
): SeenIntroductionState | null {
  const state = introductionStateAt(introduction, at);
  if (role === "target" && introduction.introducerAgreedAt === null) return null;
  switch (state) {
    case "targetAgreed":
      return "agreed";
    case "made":
    case "thanked":
    case "reported":
      return state;
    case "withdrawn":
      return role === "requester" ? "withdrawn" : "notThisTime";
    default:
      return ownEnd(role, state, introduction) ?? withoutAuthor(introduction, at);
  }
}

/** What waits for the person's own answer, or was ended by it. */
function ownEnd(
  role: IntroductionRole,
  state: IntroductionState,
  { introducerAgreedAt, targetAgreedAt }: IntroductionFacts,
): SeenIntroductionState | null {
  if (role === "introducer") {
    if (state === "requested") return "requested";
    if (state === "declinedByIntroducer") return "declined";
    if (state === "expired" && introducerAgreedAt === null) return "expired";
  }
  if (role === "target") {
    if (state === "introducerAgreed") return "requested";
    if (state === "declinedByTarget") return "declined";
    if (state === "expired" && targetAgreedAt === null) return "expired";
    return "notThisTime";
  }
  return null;
}

/**
 * Before both agreed, an end shows at the fixed day. Afterwards it shows at once: an address that
 * both had been shown is shown no more.
 */
const withoutAuthor = (introduction: IntroductionFacts, at: Instant): SeenIntroductionState =>
  introduction.targetAgreedAt === null && at < introductionClosesAt(introduction)
    ? "pending"
    : "notThisTime";
