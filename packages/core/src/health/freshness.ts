import { againstOwnPast } from "../ego/own-past.ts";
import { daysBetween, type Instant } from "../instant.ts";
import type { Model } from "../model/model.ts";
import { tieKappa } from "../tie/strength.ts";
import { type HealthDimension, mostSteps, step, unknown } from "./dimension.ts";
import type { HealthTie, Stretch } from "./moment.ts";
import { limitOf } from "./rules.ts";

const codes = ["tooLittle", "noneStrong", "allInUse", "mostInUse", "cooling", "quiet"] as const;

/**
 * Freshness: how many of a person's strong ties are in use, and not going cold.
 *
 *   value = strong ties that are not going cold / strong ties          strong: strength >= 0.5
 *   going cold: the chance of contact within 90 days is below that of `active`, or so long a silence
 *   had a chance below 5 % by the tie's own clock, (10 / (s + 10))^kappa; never within thirty days.
 *   A maximum that the person declared stands in place of both
 *
 * Range [0, 1]. Undefined (null) without a strong tie; ties put to rest do not count. Beside it, quiet: far
 * fewer people than usual reached out in the past quarter, against the person's own past. Strength
 * forgets slowly, so a strong tie stays strong in silence: the best reason to reconnect (Levin,
 * Walter & Murnighan 2011).
 */
export const freshness: HealthDimension<(typeof codes)[number]> = {
  codes,
  change: 0.1,
  measure({ ties, stretches, at, isKnown }, model) {
    if (!isKnown) return unknown("tooLittle");
    const strong = ties.filter((tie) => tie.strength >= limitOf("strongTie") && !tie.paused);
    const cold = strong
      .filter((tie) => isGoingCold(tie, at, model))
      .sort((x, y) => y.strength - x.strength || (x.to < y.to ? -1 : 1));
    const heard = quiet(stretches);
    const figures = {
      strong: strong.length,
      cooling: cold.length,
      heardFrom: heard.now,
      ...(heard.usual === null ? {} : { usuallyHeardFrom: heard.usual }),
    };
    const reconnect = cold
      .filter(({ strained }) => !strained)
      .slice(0, mostSteps)
      .map(({ to }) => step("reconnect", to));
    const value = strong.length === 0 ? null : (strong.length - cold.length) / strong.length;
    if (heard.isQuiet) {
      const nextSteps = [...reconnect.slice(0, mostSteps - 1), step("answerQuiet")];
      return { value, band: "worthALook", code: "quiet", figures, nextSteps };
    }
    if (value === null) return unknown("noneStrong", figures);
    if (value < limitOf("freshSteady") && cold.length >= limitOf("coldLeast")) {
      return { value, band: "worthALook", code: "cooling", figures, nextSteps: reconnect };
    }
    return value >= limitOf("freshThriving")
      ? { value, band: "thriving", code: "allInUse", figures, nextSteps: reconnect }
      : { value, band: "steady", code: "mostInUse", figures, nextSteps: reconnect };
  },
};

export function isGoingCold(tie: HealthTie, at: Instant, model: Model): boolean {
  const { lastContactAt } = tie.evidence;
  if (lastContactAt === null) return false;
  const silence = daysBetween(lastContactAt, at);
  if (tie.maxDays !== null) return silence > tie.maxDays;
  if (silence <= limitOf("coldDays")) return false;
  if (tie.probability < model.bandActive) return true;
  const offset = model.silenceOffsetDays;
  const kappa = tieKappa(tie.evidence, lastContactAt, model);
  return (offset / (silence + offset)) ** kappa < limitOf("unusualSilence");
}

function quiet(stretches: readonly Stretch[]) {
  const [latest, ...past] = stretches.map(({ heardFrom }) => heardFrom);
  const now = latest ?? 0;
  if (past.length < limitOf("leastPastQuarters")) return { now, usual: null, isQuiet: false };
  const { usual } = againstOwnPast(now, past);
  const isQuiet =
    usual !== null && usual >= limitOf("quietLeast") && now <= limitOf("quietShare") * usual;
  return { now, usual, isQuiet };
}
