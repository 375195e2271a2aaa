import type { Instant } from "../instant.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { NudgeFacts, NudgeTie } from "./facts.ts";

/** Friction and repair between this person and the others, oldest first. */
export type Friction = ReadonlyMap<string, readonly Interaction[]>;

/** From the exchanges, and what a tie's evidence knows beyond them. */
export function frictionOf({ person, exchanges, ties }: NudgeFacts): Friction {
  const found = new Map<string, Interaction[]>();
  const add = (other: string, event: Interaction) => {
    const known = found.get(other) ?? [];
    const isKnown = known.some(
      ({ type, occurredAt }) =>
        (type === "repair") === (event.type === "repair") && occurredAt === event.occurredAt,
    );
    if (!isKnown) found.set(other, [...known, event]);
  };
  for (const event of exchanges) {
    if (event.category !== "friction") continue;
    if (event.from === person) add(event.to, event);
    else if (event.to === person) add(event.from, event);
  }
  for (const { other, evidence } of ties) {
    const { lastConflictAt, lastRepairAt } = evidence;
    const event = { category: "friction", from: person, to: other } as const;
    if (lastConflictAt !== null)
      add(other, { ...event, type: "conflict", occurredAt: lastConflictAt });
    if (lastRepairAt !== null) add(other, { ...event, type: "repair", occurredAt: lastRepairAt });
  }
  for (const events of found.values()) {
    // At one instant the repair first: it mends only what was before it.
    events.sort((x, y) => x.occurredAt - y.occurredAt || (x.type === "repair" ? -1 : 1));
  }
  return found;
}

/** When within a week a tie became free of strain, and when it was strained (again). */
export interface FreeOfStrain {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * Null where it was strained all week. After friction the rest of the week is for its repair, also
 * once that was made: the other occasions wait for the next.
 */
export function freeOfStrain(
  { other }: Pick<NudgeTie, "other">,
  friction: Friction,
  weekStartsAt: Instant,
): FreeOfStrain | null {
  const events = friction.get(other) ?? [];
  const isRepair = ({ type }: Interaction) => type === "repair";
  const before = events.filter(({ occurredAt }) => occurredAt < weekStartsAt).at(-1);
  const within = events.filter(({ occurredAt }) => occurredAt >= weekStartsAt);
  const wasStrained = before !== undefined && !isRepair(before);
  const from = wasStrained ? within.find(isRepair)?.occurredAt : -Infinity;
  if (from === undefined) return null;
  const until = within.find((event) => !isRepair(event) && event.occurredAt >= from)?.occurredAt;
  return { from, until: until ?? Infinity };
}
