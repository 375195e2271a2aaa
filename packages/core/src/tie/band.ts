import type { Instant } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import { contactProbability } from "./contact-probability.ts";
import type { PairEvidence } from "./evidence.ts";

export type Band = "core" | "active" | "fading" | "dormant" | "none";

/** From the most in use to no evidence. */
export const bands: readonly Band[] = ["core", "active", "fading", "dormant", "none"];

/**
 * Band: how much a tie is in use, by the chance of contact within 90 days.
 *
 *   core >= .9 > active >= .4 > fading >= .1 > dormant          no contact day: none
 *
 * Never undefined. A dormant tie is not a worthless one: strong and dormant is the best reason to
 * reconnect (Levin, Walter & Murnighan 2011).
 */
export function band(evidence: PairEvidence, at: Instant, model: Model = defaultModel): Band {
  return bandOf(contactProbability(evidence, at, model.bandHorizonDays, model), model);
}

export function bandOf(probability: number | null, model: Model = defaultModel): Band {
  if (probability === null) return "none";
  if (probability >= model.bandCore) return "core";
  if (probability >= model.bandActive) return "active";
  return probability >= model.bandFading ? "fading" : "dormant";
}
