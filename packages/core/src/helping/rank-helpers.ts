import type { Instant } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import { sideOf } from "../pair.ts";
import type { Band } from "../tie/band.ts";
import { band } from "../tie/band.ts";
import type { PairEvidence } from "../tie/evidence.ts";
import { askMatch, type Means, type Needs } from "./ask-match.ts";
import { helpChance, presence } from "./help-chance.ts";
import { type HelpLoad, loadFactor } from "./help-load.ts";
import { helpingWeights } from "./helping-weights.ts";

/** Somebody who might help, as far as the server knows. */
export interface HelperCandidate {
  readonly person: string;
  readonly means: Means;
  readonly load: HelpLoad;
  /** When they were last in contact with anyone. */
  readonly seenAt: Instant | null;
  /** Of the tie with the asker; null where they were never in contact. */
  readonly evidence: PairEvidence | null;
  /** The chance of getting to them over others; null where no path leads there. */
  readonly pathChance: number | null;
  /** Days on which they helped the asker before. */
  readonly helpedAsker: number;
}

/** Why somebody is among the helpers: only what the asker may know. */
export type HelperReason =
  | { readonly code: "offers" }
  | { readonly code: "knows"; readonly terms: readonly string[] }
  | { readonly code: "helpedYou"; readonly days: number }
  | { readonly code: "inTouch"; readonly band: Band }
  | { readonly code: "throughOthers" };

export interface RankedHelper {
  readonly person: string;
  /** For ranking only: capability * willingness * warmth * load. */
  readonly score: number;
  readonly capability: number;
  readonly willingness: number;
  readonly warmth: number;
  readonly load: number;
  readonly reasons: readonly HelperReason[];
}

/**
 * Who could help with an ask, best first.
 *
 *   score = capability * willingness * warmth * load
 *
 * Of somebody in contact with the asker, willingness * warmth is `helpChance`. Of anybody else,
 * warmth is the chance over the best path, and willingness an even initiative times presence; they
 * are listed only where something says that they can help. Who has neither a tie nor a path is left
 * out. Unit: none, range [0, 1). Ties in score are broken by id.
 */
export function rankHelpers(
  asker: string,
  needs: Needs,
  candidates: Iterable<HelperCandidate>,
  at: Instant,
  model: Model = defaultModel,
): RankedHelper[] {
  const found: RankedHelper[] = [];
  for (const candidate of candidates) {
    const { person, means } = candidate;
    const match = askMatch(needs, means);
    const chance = chanceOf(candidate, asker, at, model);
    const canHelp = means.offer !== null || match.covered.length > 0;
    if (!chance || (candidate.evidence === null && !canHelp)) continue;
    const load = loadFactor(candidate.load);
    found.push({
      person,
      capability: match.value,
      ...chance,
      load,
      score: match.value * chance.willingness * chance.warmth * load,
      reasons: reasonsOf(candidate, match.covered, at, model),
    });
  }
  return found.sort((x, y) => y.score - x.score || (x.person < y.person ? -1 : 1));
}

const aYear = 365;

function chanceOf(
  { person, evidence, seenAt, pathChance }: HelperCandidate,
  asker: string,
  at: Instant,
  model: Model,
): { warmth: number; willingness: number } | null {
  const direct = evidence && helpChance(evidence, sideOf(person, asker), seenAt, at, model);
  if (direct) return { warmth: direct.warmth, willingness: direct.willingness };
  if (pathChance === null) return null;
  const willingness = helpingWeights.strangersInitiative * presence(seenAt, at, aYear, model);
  return { warmth: pathChance, willingness };
}

function reasonsOf(
  { means, helpedAsker, evidence }: HelperCandidate,
  covered: readonly string[],
  at: Instant,
  model: Model,
): HelperReason[] {
  const reasons: HelperReason[] = [];
  if (means.offer) reasons.push({ code: "offers" });
  if (covered.length > 0) reasons.push({ code: "knows", terms: covered });
  if (helpedAsker > 0) reasons.push({ code: "helpedYou", days: helpedAsker });
  const inTouch = evidence && evidence.contactDays > 0;
  reasons.push(
    inTouch ? { code: "inTouch", band: band(evidence, at, model) } : { code: "throughOthers" },
  );
  return reasons;
}
