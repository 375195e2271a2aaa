import type { Instant } from "../instant.ts";
import type { NudgeCode, NudgeKind } from "./kinds.ts";
import type { NudgeRules } from "./rules.ts";

/**
 * A reason to suggest something, as a span of time: from when it is worth it until it is done by
 * itself or no longer natural. What was resolved since the week began is an occasion still: it
 * keeps its place in the week, or another would follow at once, and another.
 */
export interface Occasion {
  readonly kind: NudgeKind;
  /** Whom it is about. */
  readonly subject: string | null;
  /** Tells this occasion from earlier and later ones of the same kind and subject. */
  readonly occasion: string;
  readonly code: NudgeCode;
  readonly openAt: Instant;
  /** Infinity: until something is done. */
  readonly closeAt: Instant;
  /** From when it can be foreseen: a place is kept for it. `openAt`, where nothing foretells it. */
  readonly knownAt: Instant;
  /** How much it is worth among its kind, in [0, 1], at the begin of the week. */
  readonly value: number;
  /** The same with what only ranks and is never shown: orders the list, decides nothing else. */
  readonly rankValue: number;
  readonly evidence: OccasionEvidence;
}

export interface OccasionEvidence {
  /** When what it is about happened, or happens. */
  readonly occurredAt: Instant | null;
  readonly lastContactAt: Instant | null;
  /** Types of help; the kind of a milestone, of an ask or of a goal. */
  readonly types: readonly string[];
  readonly title: string | null;
  /** What it is about, where that has an id of its own. */
  readonly about: {
    readonly kind: "ask" | "gathering" | "goal" | "milestone";
    readonly id: string;
  } | null;
}

export const noEvidence: OccasionEvidence = {
  occurredAt: null,
  lastContactAt: null,
  types: [],
  title: null,
  about: null,
};

/** One name for one occasion, for ever: what ids are derived from. */
export const occasionKey = ({
  kind,
  subject,
  occasion,
}: Pick<Occasion, "kind" | "subject" | "occasion">): string =>
  `${kind} ${subject ?? "-"} ${occasion}`;

/** How it stands among all kinds, in [0, 1]. */
export function standingOf({ kind }: Occasion, value: number, { places }: NudgeRules): number {
  const { base, span } = places[kind];
  return base + span * Math.min(1, Math.max(0, value));
}
