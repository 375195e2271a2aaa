import type { Day } from "../instant.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { Facets } from "../relationship/real-tie.ts";

/** A position that somebody held: organization and days, the last one included. */
export interface HeldPosition {
  readonly organization: string;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** What is known of one other person. */
export interface AlterFacts {
  readonly id: string;
  /** All that happened between the two, in any order; it may be condensed to days and types. */
  readonly log: readonly Interaction[];
  /** What the person in focus declared of this tie: of today, at whatever moment. */
  readonly declared?: {
    readonly roles: readonly string[];
    readonly context: "professional" | "personal" | "both" | null;
    readonly paused: boolean;
    /** The longest silence that they accept. */
    readonly maxDays: number | null;
  };
  readonly positions?: readonly HeldPosition[];
  readonly facets?: Facets;
}

/** The days of contact of two of the others with each other. */
export interface DaysBetween {
  readonly a: string;
  readonly b: string;
  readonly days: readonly Day[];
}

/** Everything that the health of one person's network is measured from. */
export interface HealthFacts {
  readonly person: string;
  readonly facets?: Facets;
  readonly alters: readonly AlterFacts[];
  readonly between: readonly DaysBetween[];
}

/** Organizations in which somebody had a position on a day. */
export const organizationsOn = (
  positions: readonly HeldPosition[] | undefined,
  day: Day,
): string[] => [
  ...new Set(
    (positions ?? [])
      .filter(({ from, to }) => (from ?? day) <= day && (to ?? day) >= day)
      .map(({ organization }) => organization),
  ),
];
