import { contactDayMasks } from "../interaction/contact-days.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { CustomTypes } from "../interaction/types.ts";
import { defaultModel, type Model } from "../model/model.ts";
import type { Pair } from "../pair.ts";
import { emptyEvidence, evidenceOfDays, type PairEvidence } from "./evidence.ts";

/** A pair and its evidence. */
export interface RebuiltPair extends Pair {
  readonly evidence: PairEvidence;
}

/** The evidence of every pair in a log, from nothing: equal to what incremental merging gives. */
export function rebuildEvidence(
  interactions: Iterable<Interaction>,
  model: Model = defaultModel,
  customTypes?: CustomTypes,
): RebuiltPair[] {
  return contactDayMasks(interactions, customTypes).map(({ a, b, days, instants }) => ({
    a,
    b,
    evidence: evidenceOfDays(
      Array.from(days, ([day, mask]) => ({ day, mask, added: mask })),
      instants,
      model,
    ),
  }));
}

/** The evidence of a log of one pair; empty for an empty log. */
export function rebuildPair(
  interactions: Iterable<Interaction>,
  model: Model = defaultModel,
  customTypes?: CustomTypes,
): PairEvidence {
  const pairs = rebuildEvidence(interactions, model, customTypes);
  const [first, second] = pairs;
  if (first && second) {
    throw new RangeError(
      `Interactions of one pair are expected, but there are "${first.a}"-"${first.b}" and "${second.a}"-"${second.b}". Use rebuildEvidence for several.`,
    );
  }
  return first?.evidence ?? emptyEvidence;
}
