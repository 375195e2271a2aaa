import { foldTerm } from "../terms.ts";

/** What a profile says that two people can have in common. */
export interface GroundFacts {
  readonly organizations: readonly string[];
  readonly interests: readonly string[];
  readonly skills: readonly string[];
  readonly values: readonly string[];
}

/** From what makes for the easiest first conversation to what is said later. */
export const sharedGroundKinds = ["interest", "organization", "skill", "value"] as const;
export type SharedGroundKind = (typeof sharedGroundKinds)[number];

export interface SharedGround {
  readonly kind: SharedGroundKind;
  /** As the other person writes it. */
  readonly value: string;
}

const listOf = {
  interest: "interests",
  organization: "organizations",
  skill: "skills",
  value: "values",
} as const;

/**
 * Shared ground: what the profiles of two people have in common, compared as terms ({@link foldTerm}). Something to begin with, no measure: it enters neither
 * strength nor the order of people to meet. Each thing once, in the order of kinds.
 */
export function sharedGround(own: GroundFacts, other: GroundFacts): SharedGround[] {
  const named = new Set<string>();
  return sharedGroundKinds.flatMap((kind) => {
    const mine = new Set(own[listOf[kind]].map(foldTerm));
    return other[listOf[kind]].flatMap((value): SharedGround[] => {
      const key = foldTerm(value);
      if (!mine.has(key) || named.has(key)) return [];
      named.add(key);
      return [{ kind, value }];
    });
  });
}
