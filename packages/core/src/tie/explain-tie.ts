import { dayOf, type Instant } from "../instant.ts";
import { A_REACHED_B, noInstants } from "../interaction/contact-days.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { CustomTypes } from "../interaction/types.ts";
import { defaultModel, type Model, modelVersion } from "../model/model.ts";
import type { Side } from "../pair.ts";
import { type Facets, realTie } from "../relationship/real-tie.ts";
import { type Band, band } from "./band.ts";
import { type BandDrop, bandDrops } from "./band-drops.ts";
import { contactProbability, silenceDays } from "./contact-probability.ts";
import { evidenceOfDays, type PairEvidence } from "./evidence.ts";
import { type ExplainedPart, explainedParts } from "./explained-parts.ts";
import { explainedReal } from "./explained-real.ts";
import type { DeclaredFacets } from "./measure-tie.ts";
import { mergeEvidence } from "./merge-evidence.ts";
import { strength, tieKappa } from "./strength.ts";
import { recentWeight, tieWeight } from "./tie-weight.ts";
import { type WeighingDay, weighingDays } from "./weighing-days.ts";

/** Why a tie measures as it does, and what would change it. */
export interface TieExplanation {
  readonly weight: number;
  readonly recentWeight: number;
  readonly kappa: number;
  readonly silenceDays: number | null;
  readonly parts: readonly ExplainedPart[];
  /** The contact days that weigh most, heaviest first. */
  readonly weighingDays: readonly WeighingDay[];
  /** When the band drops, and to which, if they stay silent. */
  readonly ifSilent: readonly BandDrop[];
  /** What the tie would be right after one more contact at `at`. */
  readonly ifContact: {
    readonly strength: number | null;
    readonly band: Band;
    readonly days90: number | null;
  };
  readonly at: Instant;
  readonly model: string;
}

export interface ExplainOptions {
  /** What the side declared of the tie, as far as measures depend on it. */
  readonly declared?: DeclaredFacets;
  /** What each of the two can give and could use: for whether the tie is real. */
  readonly facets?: { readonly own: Facets; readonly other: Facets };
  readonly model?: Model;
  readonly customTypes?: CustomTypes;
  /** How many contact days to list; 5 unless given. */
  readonly limit?: number;
}

/**
 * Takes a tie apart, from one side: the parts of every number, the contact days that weigh most
 * (from the pair's interactions, as many as the caller has), and what silence or a contact would do.
 */
export function explainTie(
  evidence: PairEvidence,
  side: Side,
  interactions: Iterable<Interaction>,
  at: Instant,
  { declared, facets, model = defaultModel, customTypes, limit = 5 }: ExplainOptions = {},
): TieExplanation {
  const { own, other } = facets ?? { own: {}, other: {} };
  const touched = afterContact(evidence, at, model);
  return {
    weight: tieWeight(evidence, at, model),
    recentWeight: recentWeight(evidence, at, model),
    kappa: tieKappa(evidence, at, model),
    silenceDays: silenceDays(evidence, at),
    parts: [
      ...explainedParts(evidence, side, at, declared?.cadenceDays ?? null, model),
      ...explainedReal(realTie(evidence, side, own, other, at, model), model),
    ],
    weighingDays: weighingDays(interactions, side, at, limit, model, customTypes),
    ifSilent: bandDrops(evidence, at, model),
    ifContact: {
      strength: strength(touched, at, model),
      band: band(touched, at, model),
      days90: contactProbability(touched, at, 90, model),
    },
    at,
    model: modelVersion,
  };
}

// A second contact on one day adds no weight, it only ends the silence.
function afterContact(evidence: PairEvidence, at: Instant, model: Model): PairEvidence {
  const day = dayOf(at);
  const isNewDay = evidence.lastDay === null || evidence.lastDay < day;
  const days = isNewDay ? [{ day, mask: A_REACHED_B, added: A_REACHED_B }] : [];
  const instants = { ...noInstants, firstContactAt: at, lastContactAt: at };
  return mergeEvidence(evidence, evidenceOfDays(days, instants, model));
}
