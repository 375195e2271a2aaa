import { daysBetween, type Instant } from "../instant.ts";
import type { Model } from "../model/model.ts";
import type { Side } from "../pair.ts";
import { helpBalance } from "../relationship/balance.ts";
import { standing } from "../relationship/standing.ts";
import { band } from "./band.ts";
import { contactProbability } from "./contact-probability.ts";
import type { PairEvidence } from "./evidence.ts";
import type { ExplainedPart } from "./explained-parts.ts";
import { isStrained } from "./strain.ts";
import { helpFlow } from "./tie-weight.ts";
import { trend, trendRatio } from "./trend.ts";

/** The words and flags of a tie, each with the numbers and limits that it was read from. */
export function explainedWords(
  evidence: PairEvidence,
  side: Side,
  at: Instant,
  model: Model,
): ExplainedPart[] {
  const since = (moment: Instant | null) => (moment === null ? null : daysBetween(moment, at));
  return [
    {
      measure: "band",
      formula:
        'chance === null ? "none" : chance >= core ? "core" : chance >= active ? "active" : chance >= fading ? "fading" : "dormant"',
      inputs: {
        chance: contactProbability(evidence, at, model.bandHorizonDays, model),
        core: model.bandCore,
        active: model.bandActive,
        fading: model.bandFading,
      },
      value: band(evidence, at, model),
    },
    {
      measure: "trend",
      formula:
        'ageDays < newDays || contactDays < newContactDays ? "new" : trendRatio > growing ? "growing" : trendRatio < cooling ? "cooling" : "steady"',
      inputs: {
        ageDays: since(evidence.firstContactAt),
        newDays: model.trendNewDays,
        contactDays: evidence.contactDays,
        newContactDays: model.trendNewContactDays,
        trendRatio: trendRatio(evidence, at, model),
        growing: model.trendGrowing,
        cooling: model.trendCooling,
      },
      value: trend(evidence, at, model),
    },
    {
      measure: "strained",
      formula:
        "daysSinceConflict !== null && (daysSinceRepair === null || daysSinceRepair >= daysSinceConflict)",
      inputs: {
        daysSinceConflict: since(evidence.lastConflictAt),
        daysSinceRepair: since(evidence.lastRepairAt),
      },
      value: isStrained(evidence),
    },
    {
      measure: "reciprocity.standing",
      formula:
        'given + received <= least ? "unknown" : balance > limit ? "mostlyGiving" : balance < -limit ? "mostlyReceiving" : "balanced"',
      inputs: {
        ...helpFlow(evidence, side, at, model),
        least: model.standingEvidence,
        balance: helpBalance(evidence, side, at, model),
        limit: model.standingBalance,
      },
      value: standing(evidence, side, at, model),
    },
  ];
}
