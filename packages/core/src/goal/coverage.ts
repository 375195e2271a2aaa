import type { AskKind } from "../helping/ask.ts";
import type { Band } from "../tie/band.ts";
import type { GoalKind } from "./goal.ts";

/** Somebody of one's circle who can help with a goal. */
export interface GoalHelper {
  readonly person: string;
  readonly band: Band;
}

/** Somebody beyond it who could, and who would be asked to introduce them. */
export interface GoalContact {
  readonly person: string;
  readonly introducer: string;
}

/** What a goal still lacks. */
export const goalGaps = ["notTold", "nobodyYet", "oneOnly", "outOfTouch", "noWayYet"] as const;
export type GoalGap = (typeof goalGaps)[number];

/** What to ask of whom, the lightest that the tie carries. */
export interface SuggestedAsk {
  readonly code: "information" | "advice" | "introduction";
  readonly kind: AskKind;
  /** Whom to ask. */
  readonly to: string;
  /** Whom to be introduced to; null unless it is that. */
  readonly about: string | null;
}

export interface GoalCoverage {
  readonly gaps: readonly GoalGap[];
  readonly suggestedAsks: readonly SuggestedAsk[];
}

const inUse: ReadonlySet<Band> = new Set(["core", "active"]);
const most = { asks: 3, introductions: 2 };

/**
 * What a goal has and lacks in a network, by plain rules.
 *
 *   notTold      nobody but its owner knows of it
 *   nobodyYet    nobody in the circle is known to help; oneOnly: one alone is
 *   outOfTouch   of those who could, none is in touch (core or active)
 *   noWayYet     nobody in the circle, and nobody beyond within reach
 *
 * Asks are suggested to the first helpers: advice over a tie in use, information, which asks less,
 * over any other; and introductions to the first people beyond. Of a person as the goal, only the
 * introductions are.
 */
export function goalCoverage(
  kind: GoalKind,
  isTold: boolean,
  helpers: readonly GoalHelper[],
  beyond: readonly GoalContact[],
): GoalCoverage {
  const gaps: GoalGap[] = [];
  if (!isTold) gaps.push("notTold");
  if (helpers.length === 0) gaps.push(beyond.length === 0 ? "noWayYet" : "nobodyYet");
  if (helpers.length === 1 && kind !== "person") gaps.push("oneOnly");
  const isInTouch = helpers.some(({ band }) => inUse.has(band));
  if (helpers.length > 0 && !isInTouch) gaps.push("outOfTouch");
  const asks = kind === "person" ? [] : helpers.slice(0, most.asks).map(askOf);
  const introductions = beyond.slice(0, most.introductions).map(
    ({ person, introducer }): SuggestedAsk => ({
      code: "introduction",
      kind: "introduction",
      to: introducer,
      about: person,
    }),
  );
  return { gaps, suggestedAsks: [...asks, ...introductions] };
}

function askOf({ person, band }: GoalHelper): SuggestedAsk {
  const kind = inUse.has(band) ? "advice" : "information";
  return { code: kind, kind, to: person, about: null };
}
