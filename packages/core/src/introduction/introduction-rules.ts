import { type Instant, MS_PER_DAY } from "../instant.ts";
import type { IntroductionFacts, IntroductionState } from "./introduction.ts";

/**
 * The numbers of introductions. Plain choices, made to be gentle with who is asked; not fitted to
 * data.
 */
export const introductionRules = {
  /** How long the introducer has to answer. */
  introducerDays: 7,
  /** When it is over unless both have agreed; who asked hears nothing else before. */
  closingDays: 14,
  /** How long both wait for the introduction to be made once they have agreed. */
  makingDays: 30,
  /** How long after being made it lets the two see each other's address. */
  contactDays: 90,
  /** How many requests wait for one introducer at most. */
  openPerIntroducer: 3,
  /** How often one person asks the same introducer, in so many days, unless they helped as well. */
  favours: 2,
  favourDays: 30,
  /** Who was in contact within so many days needs no introduction, however little it was. */
  inContactDays: 30,
} as const;

const days = (count: number) => count * MS_PER_DAY;

/** Until when the introducer can answer. */
export const introducerAnswersBy = ({ requestedAt }: Pick<IntroductionFacts, "requestedAt">) =>
  requestedAt + days(introductionRules.introducerDays);

/** When it is over unless both have agreed. It is known from the beginning and never moves. */
export const introductionClosesAt = ({ requestedAt }: Pick<IntroductionFacts, "requestedAt">) =>
  requestedAt + days(introductionRules.closingDays);

/** When the state runs out by itself; null for one that does not. */
export function introductionExpiresAt(introduction: IntroductionFacts): Instant | null {
  const { state, targetAgreedAt } = introduction;
  if (state === "requested") return introducerAnswersBy(introduction);
  if (state === "introducerAgreed") return introductionClosesAt(introduction);
  if (state === "targetAgreed" && targetAgreedAt !== null) {
    return targetAgreedAt + days(introductionRules.makingDays);
  }
  return null;
}

/** The state at a moment: the stored one, unless its time ran out. */
export function introductionStateAt(
  introduction: IntroductionFacts,
  at: Instant,
): IntroductionState {
  const expiresAt = introductionExpiresAt(introduction);
  return expiresAt !== null && at >= expiresAt ? "expired" : introduction.state;
}
