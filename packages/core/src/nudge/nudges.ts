import { defaultModel, type Model } from "../model/model.ts";
import type { NudgeFacts, NudgeMoment, NudgePreferences } from "./facts.ts";
import type { NudgePriority } from "./kinds.ts";
import { type Occasion, occasionKey, standingOf } from "./occasion.ts";
import { occasionsOf } from "./occasions.ts";
import { compare, planWeek } from "./plan-week.ts";
import { type NudgeRules, nudgeRules } from "./rules.ts";

/** A suggested next act of care. Its words are the caller's: `code` says which. */
export interface Nudge extends Omit<Occasion, "value" | "rankValue" | "knownAt"> {
  /** Stable: the same occasion has the same key for ever. */
  readonly key: string;
  readonly priority: NudgePriority;
}

export interface WeekOfNudges {
  /** What is there to be done now, the first first. */
  readonly nudges: Nudge[];
  readonly weeklyBudget: number;
  /** Places of the week that are given away, done ones too. */
  readonly placesTaken: number;
}

/**
 * The nudges of a person at a moment: pure, and the same for the same facts in whatever order they
 * are given. At most `weeklyBudget` different ones in a week, and no person twice.
 */
export function nudgesOf(
  facts: NudgeFacts,
  moment: NudgeMoment,
  preferences: NudgePreferences,
  { rules = nudgeRules, model = defaultModel }: { rules?: NudgeRules; model?: Model } = {},
): WeekOfNudges {
  const { weeklyBudget } = preferences;
  const occasions = occasionsOf(facts, moment, preferences, { ...week(moment), rules, model });
  const planned = planWeek(occasions, facts.actions, moment, weeklyBudget, rules);
  const nudges = planned
    .filter(({ isOpen }) => isOpen)
    .map(({ occasion }) => ({ occasion, rank: standingOf(occasion, occasion.rankValue, rules) }))
    .sort((x, y) => y.rank - x.rank || compare(occasionKey(x.occasion), occasionKey(y.occasion)))
    .map(({ occasion }) => toNudge(occasion, rules));
  return { nudges, weeklyBudget, placesTaken: planned.length };
}

/** Every nudge that could be there now, whether or not it has a place in the week: to act on one. */
export function possibleNudges(
  facts: NudgeFacts,
  moment: NudgeMoment,
  preferences: Pick<NudgePreferences, "kindsOff" | "cadences">,
  { rules = nudgeRules, model = defaultModel }: { rules?: NudgeRules; model?: Model } = {},
): Nudge[] {
  return occasionsOf(facts, moment, preferences, { ...week(moment), rules, model })
    .filter(({ openAt, closeAt }) => openAt <= moment.at && moment.at < closeAt)
    .map((occasion) => toNudge(occasion, rules));
}

/** What becomes due from a moment on, up to another: a calendar knows no budget. By time. */
export function upcomingNudges(
  facts: NudgeFacts,
  moment: NudgeMoment,
  until: number,
  preferences: Pick<NudgePreferences, "kindsOff" | "cadences">,
  { rules = nudgeRules, model = defaultModel }: { rules?: NudgeRules; model?: Model } = {},
): Nudge[] {
  return occasionsOf(facts, moment, preferences, { until, rules, model })
    .filter(
      ({ kind, closeAt }) => kind !== "makeTime" && kind !== "giveFirst" && closeAt > moment.at,
    )
    .map((occasion) => toNudge(occasion, rules))
    .sort((x, y) => x.openAt - y.openAt || compare(x.key, y.key));
}

const week = ({ weekStartsAt }: NudgeMoment) => ({ until: weekStartsAt + 7 * 86_400_000 - 1 });

function toNudge(occasion: Occasion, rules: NudgeRules): Nudge {
  const { value, rankValue: _, knownAt: __, ...shown } = occasion;
  const standing = standingOf(occasion, value, rules);
  const priority = standing >= 0.7 ? "high" : standing >= 0.45 ? "normal" : "low";
  return { ...shown, key: occasionKey(occasion), priority };
}
