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
      const first = calledAt(arrival, weekStartsAt, rules);
      const isAgain = isCare(arrival.occasion.kind) && first < secondCall;
      const again = isAgain ? [{ arrival, calledAt: secondCall }] : [];
      return [{ arrival, calledAt: first }, ...again];
    })
    .filter((call) => call.calledAt <= at && isOpenWhen(call, call.calledAt));
  sortCalls(calls, rules);
  const places = new Places(rules);
  for (const { arrival, calledAt } of calls) {
    if (places.given.length === budget) break;
    if (!places.mayHave(arrival)) continue;
    const waiting = () =>
      calls
        .filter((one) => one.calledAt <= calledAt && isOpenWhen(one, calledAt))
        .map((one) => one.arrival);
    const kept = calledAt < secondCall ? places.keptFrom(arrival, budget, waiting) : 0;
    if (places.given.length + kept < budget) places.give(arrival);
  }
  return places.given.map(({ occasion, arrivesAt, backAt }) => ({
    occasion,
    isOpen: arrivesAt <= at && at < occasion.closeAt && (backAt === null || backAt <= at),
  }));
}

// It has its turn also if it is resolved in the same moment: until then it was there to be seen.
const isOpenWhen = ({ arrival }: Call, when: Instant): boolean => when <= arrival.occasion.closeAt;

/**
 * When its turn is: what can be foreseen is called before it opens, to keep a place for it. Of what
 * is held back by a word to the same person only what that leaves most of the week for.
 */
function calledAt(
  { occasion, arrivesAt, restsUntil }: Arrival,
  weekStartsAt: Instant,
  { secondCallDays }: NudgeRules,
): Instant {
  const isLate =
    arrivesAt > occasion.openAt && arrivesAt >= weekStartsAt + secondCallDays * MS_PER_DAY;
  return Math.max(weekStartsAt, isLate ? arrivesAt : (restsUntil ?? occasion.knownAt));
}

function arrivalOf(
  occasion: Occasion,
  actions: readonly NudgeAction[],
  weekStartsAt: Instant,
  rules: NudgeRules,
): Arrival[] {
  const key = occasionKey(occasion);
  const weekEndsAt = weekStartsAt + WEEK;
  let arrivesAt = occasion.openAt;
  let restsUntil: Instant | null = null;
  let backAt: Instant | null = null;
  for (const action of actions) {
    if (occasionKey(action) === key) {
      const back = comesBackAt(action, rules);
      if (action.actedAt >= weekStartsAt) backAt = Math.max(backAt ?? back, back);
      else if (back > occasion.openAt) restsUntil = Math.max(restsUntil ?? back, back);
    } else if (action.subject !== null && action.subject === occasion.subject) {
      // The same person not twice within seven days, also across the begin of a week. Until then its
      // place is kept: what everybody had a week ago must not keep it away for another.
      if (action.actedAt < weekStartsAt) arrivesAt = Math.max(arrivesAt, action.actedAt + WEEK);
    }
  }
  arrivesAt = Math.max(arrivesAt, restsUntil ?? arrivesAt);
  return arrivesAt < weekEndsAt && arrivesAt <= occasion.closeAt
    ? [{ occasion, arrivesAt, restsUntil, backAt }]
    : [];
}

/** When a nudge that was acted on may come again. */
export function comesBackAt(action: NudgeAction, { rest }: NudgeRules): Instant {
  if (action.action === "snoozed") return action.until ?? action.actedAt;
  const days = rest[action.action][action.kind] ?? Infinity;
  return action.actedAt + days * MS_PER_DAY;
}

/** By time, then by standing. */
function sortCalls(calls: Call[], rules: NudgeRules): void {
  // Rounded, because evidence before the week is known to the precision of a difference.
  const own = ({ arrival: { occasion } }: Call) =>
    Math.round(standingOf(occasion, occasion.value, rules) * 1e9);
  const subjectOf = ({ arrival: { occasion }, calledAt }: Call) =>
    `${calledAt} ${occasion.subject ?? "-"}`;
  const highest = new Map<string, number>();
  for (const call of calls) {
    highest.set(subjectOf(call), Math.max(own(call), highest.get(subjectOf(call)) ?? 0));
  }
  // What has a day comes before what else there is about the same person, as that can wait.
  const hasDay = (call: Call) => call.arrival.occasion.kind === "congratulate";
  const standing = (call: Call) =>
    hasDay(call) ? (highest.get(subjectOf(call)) ?? 0) + 1 : own(call);
  const ranked = new Map(calls.map((call) => [call, standing(call)]));
  calls.sort(
    (x, y) =>
      x.calledAt - y.calledAt ||
      (ranked.get(y) ?? 0) - (ranked.get(x) ?? 0) ||
      compare(occasionKey(x.arrival.occasion), occasionKey(y.arrival.occasion)),
  );
}

export const compare = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
