import { type Instant, MS_PER_DAY } from "../instant.ts";
import type { NudgeAction, NudgeMoment } from "./facts.ts";
import { isCare } from "./kinds.ts";
import { type Occasion, occasionKey, standingOf } from "./occasion.ts";
import type { NudgeRules } from "./rules.ts";

const WEEK = 7 * MS_PER_DAY;

/** An occasion with a place in the week; `isOpen` when it is there to be done now. */
export interface Planned {
  readonly occasion: Occasion;
  readonly isOpen: boolean;
}

/** An occasion as what was done with it leaves it: when it arrives, and when it is there again. */
interface Arrival {
  readonly occasion: Occasion;
  readonly arrivesAt: Instant;
  readonly backAt: Instant | null;
}

/**
 * The week's places, given away in the order in which occasions arrive: first all that the week
 * begins with, by standing, then each as it comes. Whoever has a place keeps it for the week, also
 * when it is done, so that what is done is not followed by the next, and the next: over a week
 * nobody is shown more than the budget. One place for one person. Care takes its share of the
 * budget, and what is left over from the fifth day on.
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
  const arrivals = occasions.flatMap((occasion) =>
    arrivalOf(occasion, actions, weekStartsAt, rules),
  );
  const secondCall = weekStartsAt + rules.secondCallDays * MS_PER_DAY;
  const careBudget = Math.ceil(budget * rules.careShare);
  const people = new Set<string>();
  const planned: Arrival[] = [];
  let care = 0;
  const give = (arrival: Arrival): void => {
    const { kind, subject } = arrival.occasion;
    planned.push(arrival);
    if (isCare(kind)) care++;
    if (subject !== null) people.add(subject);
  };
  const mayHave = ({ occasion: { kind, subject } }: Arrival, isSecond: boolean): boolean =>
    planned.length < budget &&
    !(subject !== null && people.has(subject)) &&
    (!isCare(kind) || isSecond || care < careBudget);
  const calls = [
    ...arrivals.map((arrival) => ({ arrival, calledAt: calledAt(arrival, weekStartsAt) })),
    ...arrivals
      .filter(({ occasion, arrivesAt }) => isCare(occasion.kind) && arrivesAt < secondCall)
      .map((arrival) => ({ arrival, calledAt: secondCall })),
  ]
    .filter(({ calledAt }) => calledAt <= at)
    .sort((x, y) => x.calledAt - y.calledAt || inStanding(x.arrival, y.arrival, rules));
  for (const { arrival, calledAt } of calls) {
    const isSecond = calledAt >= secondCall;
    if (calledAt >= arrival.occasion.closeAt && calledAt > weekStartsAt) continue;
    if (!planned.includes(arrival) && mayHave(arrival, isSecond)) give(arrival);
  }
  return planned.map(({ occasion, arrivesAt, backAt }) => ({
    occasion,
    isOpen: arrivesAt <= at && at < occasion.closeAt && (backAt === null || backAt <= at),
  }));
}

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
