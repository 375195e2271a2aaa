import { defaultModel, type Model } from "../model/model.ts";
import type { Capability } from "../relationship/capability.ts";
import type { Incentive } from "../relationship/incentive.ts";
import type { RealTieMeasures } from "../relationship/real-tie.ts";
import type { ExplainedPart } from "./explained-parts.ts";

/** A real tie taken apart: each side's incentive and capability, and what they make together. */
export function explainedReal(
  { own, other, incentive, capability, isReal }: RealTieMeasures,
  model: Model = defaultModel,
): ExplainedPart[] {
  return [
    incentivePart("own", own.incentive),
    incentivePart("other", other.incentive),
    weaker("incentive", incentive, own.incentive, other.incentive),
    capabilityPart("own", own.capability),
    capabilityPart("other", other.capability),
    weaker("capability", capability, own.capability, other.capability),
    {
      measure: "real.isReal",
      formula:
        "incentive === null || capability === null ? null : incentive >= least && capability > 0",
      inputs: { incentive, capability, least: model.realIncentive },
      value: isReal,
    },
  ];
}

type Whose = "own" | "other";

const incentivePart = (whose: Whose, incentive: Incentive | null): ExplainedPart => ({
  measure: `real.incentive.${whose}`,
  formula: "(strength + recency + helped) / 3",
  inputs: {
    strength: incentive?.reasons.strength ?? null,
    recency: incentive?.reasons.recency ?? null,
    helped: incentive?.reasons.helped ?? null,
  },
  value: incentive?.value ?? null,
});

const capabilityPart = (whose: Whose, capability: Capability | null): ExplainedPart => ({
  measure: `real.capability.${whose}`,
  formula: "covered / (covered + uncovered)",
  inputs: {
    covered: capability?.covered.length ?? null,
    uncovered: capability?.uncovered.length ?? null,
  },
  value: capability?.value ?? null,
});

const weaker = (
  of: "incentive" | "capability",
  value: number | null,
  own: { value: number } | null,
  other: { value: number } | null,
): ExplainedPart => ({
  measure: `real.${of}`,
  formula: "min(own, other)",
  inputs: { own: own?.value ?? null, other: other?.value ?? null },
  value,
});
