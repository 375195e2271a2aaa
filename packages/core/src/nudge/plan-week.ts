import { type Instant, MS_PER_DAY } from "../instant.ts";
import type { NudgeAction, NudgeMoment } from "./facts.ts";
import { isCare } from "./kinds.ts";
import { type Occasion, occasionKey, standingOf } from "./occasion.ts";
import { type Arrival, Places } from "./places.ts";
import type { NudgeRules } from "./rules.ts";

const WEEK = 7 * MS_PER_DAY;

/** An occasion with a place in the week; `isOpen` when it is there to be done now. */
export interface Planned {
  readonly occasion: Occasion;
  readonly isOpen: boolean;
}

/** An arrival when it is called: as it comes, and care again for what is left. */
interface Call {
  readonly arrival: Arrival;
  readonly calledAt: Instant;
}

/**
 * The week's places, given away in the order in which occasions arrive: first all that the week
 * begins with, by standing, then each as it comes. Whoever has a place keeps it for the week, also
 * when it is done, so that what is done is not followed by the next, and the next: over a week
 * nobody is shown more than the budget. One place for one person, a few for one gathering.
 *
 * Moments stand above most care and would crowd it out, week after week; care is nearly always there
 * and would leave no room for what comes up. So each leaves some places to the other; what is left
 * on the fifth day care may have.
 *
 * It looks at nothing that comes later, so the same facts give the same places whenever asked.
 */
export function planWeek(
  occasions: readonly Occasion[],
  actions: readonly NudgeAction[],
  { at, weekStartsAt }: NudgeMoment,
  budget: number,
  rules: NudgeRules,
): Planned[] {
  const secondCall = weekStartsAt + rules.secondCallDays * MS_PER_DAY;
  const calls = occasions
    .flatMap((occasion) => arrivalOf(occasion, actions, weekStartsAt, rules))
    .flatMap((arrival): Call[] => {
      const first = calledAt(arrival, weekStartsAt);
      const isAgain = isCare(arrival.occasion.kind) && first < secondCall;
      const again = isAgain ? [{ arrival, calledAt: secondCall }] : [];
      return [{ arrival, calledAt: first }, ...again];
    })
    .filter((call) => call.calledAt <= at && isOpenWhen(call, call.calledAt, weekStartsAt))
    .sort((x, y) => x.calledAt - y.calledAt || inStanding(x.arrival, y.arrival, rules));
  const places = new Places(rules);
  for (const { arrival, calledAt } of calls) {
    if (places.given.length === budget) break;
    if (!places.mayHave(arrival)) continue;
    const waiting = () =>
      calls
        .filter((one) => one.calledAt <= calledAt && isOpenWhen(one, calledAt, weekStartsAt))
        .map((one) => one.arrival);
    const kept = calledAt < secondCall ? places.keptFrom(arrival, budget, waiting) : 0;
    if (places.given.length + kept < budget) places.give(arrival);
  }
  return places.given.map(({ occasion, arrivesAt, backAt }) => ({
    occasion,
    isOpen: arrivesAt <= at && at < occasion.closeAt && (backAt === null || backAt <= at),
  }));
}

// What the week begins with has its turn, also if it was resolved in the same moment.
const isOpenWhen = ({ arrival }: Call, when: Instant, weekStartsAt: Instant): boolean =>
  when < arrival.occasion.closeAt || when === weekStartsAt;

/** When its turn is: what can be foreseen is called before it opens, to keep a place for it. */
const calledAt = ({ occasion, arrivesAt }: Arrival, weekStartsAt: Instant): Instant =>
  Math.max(weekStartsAt, arrivesAt > occasion.openAt ? arrivesAt : occasion.knownAt);

function arrivalOf(
  occasion: Occasion,
  actions: readonly NudgeAction[],
  weekStartsAt: Instant,
  rules: NudgeRules,
): Arrival[] {
  const key = occasionKey(occasion);
  const weekEndsAt = weekStartsAt + WEEK;
  let arrivesAt = occasion.openAt;
  let backAt: Instant | null = null;
  for (const action of actions) {
    if (occasionKey(action) === key) {
      const back = comesBackAt(action, rules);
      if (action.actedAt >= weekStartsAt) backAt = Math.max(backAt ?? back, back);
      else arrivesAt = Math.max(arrivesAt, back);
    } else if (action.subject !== null && action.subject === occasion.subject) {
      // The same person not twice within seven days, also across the begin of a week.
      if (action.actedAt < weekStartsAt) arrivesAt = Math.max(arrivesAt, action.actedAt + WEEK);
    }
  }
  return arrivesAt < weekEndsAt && arrivesAt < occasion.closeAt
    ? [{ occasion, arrivesAt, backAt }]
    : [];
}

/** When a nudge that was acted on may come again. */
export function comesBackAt(action: NudgeAction, { rest }: NudgeRules): Instant {
  if (action.action === "snoozed") return action.until ?? action.actedAt;
  const days = rest[action.action][action.kind] ?? Infinity;
  return action.actedAt + days * MS_PER_DAY;
}

function inStanding(x: Arrival, y: Arrival, rules: NudgeRules): number {
  // Rounded, because evidence before the week is known to the precision of a difference.
  const standing = ({ occasion }: Arrival) =>
    Math.round(standingOf(occasion, occasion.value, rules) * 1e9);
  return standing(y) - standing(x) || compare(occasionKey(x.occasion), occasionKey(y.occasion));
}

export const compare = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
