import { type Day, dayOf, type Instant } from "../instant.ts";
import { type Pair, pairOf } from "../pair.ts";
import { type Interaction, interactionCategory } from "./interaction.ts";
import type { CustomTypes } from "./types.ts";

/** Bits of what happened on one day between a and b. A help bit always comes with its contact bit. */
export const A_REACHED_B = 1;
export const B_REACHED_A = 2;
export const A_HELPED_B = 4;
export const B_HELPED_A = 8;

/** First and last moments of a pair: minima and maxima, so order and repetition do not matter. */
export interface PairInstants {
  readonly firstContactAt: Instant | null;
  readonly lastContactAt: Instant | null;
  readonly lastAbAt: Instant | null;
  readonly lastBaAt: Instant | null;
  readonly lastConflictAt: Instant | null;
  readonly lastRepairAt: Instant | null;
}

export const noInstants: PairInstants = {
  firstContactAt: null,
  lastContactAt: null,
  lastAbAt: null,
  lastBaAt: null,
  lastConflictAt: null,
  lastRepairAt: null,
};

/** What a batch of interactions says of one pair: its contact days and its moments. */
export interface PairContactDays extends Pair {
  /** Day -> mask of the bits above, never 0. */
  readonly days: ReadonlyMap<Day, number>;
  readonly instants: PairInstants;
}

/** The bits that one interaction sets on its day; 0 for friction, which is no contact. */
export function maskOf(interaction: Interaction, customTypes?: CustomTypes): number {
  const category = interactionCategory(interaction, customTypes);
  if (category === "friction") return 0;
  const outward = interaction.from < interaction.to;
  const contact = outward ? A_REACHED_B : B_REACHED_A;
  if (category !== "help") return contact;
  return contact | (outward ? A_HELPED_B : B_HELPED_A);
}

/** The moments that one interaction contributes. */
export function instantsOf(interaction: Interaction, customTypes?: CustomTypes): PairInstants {
  const at = interaction.occurredAt;
  if (!Number.isFinite(at)) {
    throw new RangeError(
      `An interaction from "${interaction.from}" to "${interaction.to}" has occurredAt ${at}. Give milliseconds since 1970.`,
    );
  }
  if (interactionCategory(interaction, customTypes) === "friction") {
    return interaction.type === "repair"
      ? { ...noInstants, lastRepairAt: at }
      : { ...noInstants, lastConflictAt: at };
  }
  const outward = interaction.from < interaction.to;
  return {
    ...noInstants,
    firstContactAt: at,
    lastContactAt: at,
    lastAbAt: outward ? at : null,
    lastBaAt: outward ? null : at,
  };
}

/** Joins the moments of two sets of interactions of one pair. */
export function mergeInstants(x: PairInstants, y: PairInstants): PairInstants {
  return {
    firstContactAt: earlier(x.firstContactAt, y.firstContactAt),
    lastContactAt: later(x.lastContactAt, y.lastContactAt),
    lastAbAt: later(x.lastAbAt, y.lastAbAt),
    lastBaAt: later(x.lastBaAt, y.lastBaAt),
    lastConflictAt: later(x.lastConflictAt, y.lastConflictAt),
    lastRepairAt: later(x.lastRepairAt, y.lastRepairAt),
  };
}

/**
 * The contact days of each pair that occurs in the interactions, in order of first occurrence.
 * A set per pair: repeating, re-ordering or splitting the interactions changes nothing.
 */
export function contactDayMasks(
  interactions: Iterable<Interaction>,
  customTypes?: CustomTypes,
): PairContactDays[] {
  const byPair = new Map<string, Map<string, MutableContactDays>>();
  const found: MutableContactDays[] = [];
  for (const interaction of interactions) {
    const { a, b } = pairOf(interaction.from, interaction.to);
    const ofA = byPair.get(a) ?? new Map<string, MutableContactDays>();
    byPair.set(a, ofA);
    let pair = ofA.get(b);
    if (!pair) {
      pair = { a, b, days: new Map(), instants: noInstants };
      ofA.set(b, pair);
      found.push(pair);
    }
    pair.instants = mergeInstants(pair.instants, instantsOf(interaction, customTypes));
    const mask = maskOf(interaction, customTypes);
    if (mask === 0) continue;
    const day = dayOf(interaction.occurredAt);
    pair.days.set(day, (pair.days.get(day) ?? 0) | mask);
  }
  return found;
}

interface MutableContactDays extends Pair {
  readonly days: Map<Day, number>;
  instants: PairInstants;
}

export function earlier(x: Instant | null, y: Instant | null): Instant | null {
  if (x === null) return y;
  return y === null ? x : Math.min(x, y);
}

export function later(x: Instant | null, y: Instant | null): Instant | null {
  if (x === null) return y;
  return y === null ? x : Math.max(x, y);
}
