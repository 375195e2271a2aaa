import { capability } from "../relationship/capability.ts";
import { type HelpingWeights, helpingWeights } from "./helping-weights.ts";

/** What an ask, or a goal, needs in so many words. */
export interface Needs {
  readonly skills: readonly string[];
  readonly topics: readonly string[];
  readonly organization: string | null;
}

export const termsOf = ({ skills, topics, organization }: Needs): string[] => [
  ...skills,
  ...topics,
  ...(organization === null ? [] : [organization]),
];

/** What is known of somebody's means to help with one ask. */
export interface Means {
  /** Skills, topics, organizations and titles that they may be known by. */
  readonly terms: readonly string[];
  /** An open offer of theirs is of this kind; and what it names. */
  readonly offer: { readonly terms: readonly string[] } | null;
  /** On how many occasions they gave this kind of help before. */
  readonly helpedBefore: number;
}

export interface AskMatch {
  /** In (0, 1]. */
  readonly value: number;
  /** Of what is asked for, what they can cover, in the words of the ask. */
  readonly covered: readonly string[];
}

/**
 * Capability of somebody to help with an ask.
 *
 *   value = u + (1 - u) (1 - (1 - .8 c) (1 - .6 o) (1 - .4 n / (n + 1)))          u = 0.1
 *
 * c = share of the terms asked for that their own or their offer's terms cover, one half for
 * everybody where the ask names none; o = 1 where they offer this kind of help; n = occasions on
 * which they gave it before. Range [0.1, 1]. Words match when they are the same but for case and
 * spaces. The weights are provisional.
 */
export function askMatch(
  needs: Needs,
  { terms, offer, helpedBefore }: Means,
  weights: HelpingWeights = helpingWeights,
): AskMatch {
  const asks = termsOf(needs);
  const known = capability({ skills: terms, offers: offer?.terms ?? [] }, { asks });
  const covers = asks.length === 0 ? weights.noTerms : (known?.value ?? 0);
  const lacks =
    (1 - weights.terms * covers) *
    (offer ? 1 - weights.offer : 1) *
    (1 - (weights.history * helpedBefore) / (helpedBefore + 1));
  const least = weights.unknownCapability;
  return { value: least + (1 - least) * (1 - lacks), covered: known?.covered ?? [] };
}
