import { foldTerm } from "../terms.ts";

/** What somebody can give: offers and skills, as they named them. */
export interface CanGive {
  readonly offers?: readonly string[];
  readonly skills?: readonly string[];
}

/** What somebody could use: open asks, goals, and what they say they lack. */
export interface CouldUse {
  readonly asks?: readonly string[];
  readonly goals?: readonly string[];
  readonly lacks?: readonly string[];
}

export interface Capability {
  readonly value: number;
  /** What the one could use and the other can give, in the words of who could use it. */
  readonly covered: readonly string[];
  readonly uncovered: readonly string[];
}

/**
 * Capability of one person to help another.
 *
 *   capability = needs of the other that this person can cover / needs of the other
 *
 * Range [0, 1]. Undefined (null) when the other named no need or this person named nothing that
 * they can give: not knowing is not being unable. Words match as terms do (
 * {@link foldTerm}); it knows no synonyms, and nothing of how good somebody is at what they offer.
 */
export function capability(giver: CanGive, receiver: CouldUse): Capability | null {
  const given = new Set([...(giver.offers ?? []), ...(giver.skills ?? [])].map(foldTerm));
  const needs = new Map<string, string>();
  for (const named of [receiver.asks, receiver.goals, receiver.lacks]) {
    for (const need of named ?? []) {
      if (!needs.has(foldTerm(need))) needs.set(foldTerm(need), need);
    }
  }
  given.delete("");
  needs.delete("");
  if (given.size === 0 || needs.size === 0) return null;
  const covered: string[] = [];
  const uncovered: string[] = [];
  for (const [key, need] of needs) (given.has(key) ? covered : uncovered).push(need);
  return { value: covered.length / needs.size, covered, uncovered };
}
