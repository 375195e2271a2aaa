import { daysBetween, type Instant, MS_PER_DAY } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import { band } from "../tie/band.ts";
import type { PairEvidence } from "../tie/evidence.ts";
import { introductionAsSeenBy } from "./as-seen-by.ts";
import type { IntroductionFacts } from "./introduction.ts";
import { introductionRules } from "./introduction-rules.ts";

/**
 * Whether an introduction takes one of its introducer's places. It does as long as who asked sees it
 * as open, not as long as it is: a place that became free early would tell of a no.
 */
export function takesPlace(introduction: IntroductionFacts, at: Instant): boolean {
  const seen = introductionAsSeenBy("requester", introduction, at);
  return seen === "pending" || seen === "agreed";
}

/** Whether one more request may reach an introducer for whom so many are open. */
export const hasPlace = (open: number, limit: number = introductionRules.openPerIntroducer) =>
  open < limit;

/**
 * Whether it is somebody's turn to give, or somebody else's to be asked: so many introductions were
 * asked of one person lately, and on so many days were they helped. Who gives may ask more. Only
 * what who asks knows counts; no number is shown.
 */
export const mayAskAgain = ({ asked, helpDays }: { asked: number; helpDays: number }): boolean =>
  asked < introductionRules.favours + helpDays;

/** Whether two people can just write to each other: their tie is in use, or was the other day. */
export function needsNoIntroduction(
  evidence: PairEvidence,
  at: Instant,
  model: Model = defaultModel,
): boolean {
  const { lastContactAt } = evidence;
  if (lastContactAt === null) return false;
  if (daysBetween(lastContactAt, at) <= introductionRules.inContactDays) return true;
  return ["core", "active"].includes(band(evidence, at, model));
}

/** From when on favours count. */
export const favoursSince = (at: Instant): Instant =>
  at - introductionRules.favourDays * MS_PER_DAY;

/** Until when the two may see each other's address; null where they may not. */
export function contactSharedUntil(introduction: IntroductionFacts, at: Instant): Instant | null {
  const { targetAgreedAt, madeAt } = introduction;
  const seen = introductionAsSeenBy("target", introduction, at);
  if (seen === "agreed" && targetAgreedAt !== null) {
    return targetAgreedAt + introductionRules.makingDays * MS_PER_DAY;
  }
  if (madeAt === null || !["made", "thanked", "reported"].includes(seen ?? "")) return null;
  const until = madeAt + introductionRules.contactDays * MS_PER_DAY;
  return at < until ? until : null;
}
