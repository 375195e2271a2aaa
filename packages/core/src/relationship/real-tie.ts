import type { Instant } from "../instant.ts";
import { defaultModel, type Model } from "../model/model.ts";
import type { Side } from "../pair.ts";
import type { PairEvidence } from "../tie/evidence.ts";
import { type CanGive, type Capability, type CouldUse, capability } from "./capability.ts";
import { type Incentive, incentive } from "./incentive.ts";
import { type RealReason, realReasons } from "./real-reasons.ts";

/** What a person can give and could use. */
export type Facets = CanGive & CouldUse;

/** Whether both sides have a reason and the means to help each other. */
export interface RealTieMeasures {
  /** The weaker of the two sides' incentives; null without a contact day. */
  readonly incentive: number | null;
  /** The weaker of the two sides' capabilities; null when either is unknown. */
  readonly capability: number | null;
  /** Null when either of the two is unknown. */
  readonly isReal: boolean | null;
  /** Of the side asked for, and of the other. */
  readonly own: SideOfRealTie;
  readonly other: SideOfRealTie;
  /** What speaks for it and what is missing, as codes to be put into words. */
  readonly reasons: readonly RealReason[];
}

export interface SideOfRealTie {
  readonly incentive: Incentive | null;
  readonly capability: Capability | null;
}

/**
 * A real tie: both sides have an incentive and a capability to help each other.
 *
 *   incentive  = min over both sides       capability = min over both sides
 *   real       = incentive >= 0.3 and capability > 0
 *
 * 0.3 is about a monthly contact, or a rarer one with help in it. Undefined (null) as its parts are:
 * people who named neither skills nor needs have a tie of unknown capability, not an unreal one. It
 * is a rule for what to show and suggest, not a prediction, and not a judgement of friendship.
 */
export function realTie(
  evidence: PairEvidence,
  side: Side,
  own: Facets,
  other: Facets,
  at: Instant,
  model: Model = defaultModel,
): RealTieMeasures {
  const sides = {
    own: { incentive: incentive(evidence, side, at, model), capability: capability(own, other) },
    other: {
      incentive: incentive(evidence, side === "a" ? "b" : "a", at, model),
      capability: capability(other, own),
    },
  };
  const weakerIncentive = weaker(sides.own.incentive, sides.other.incentive);
  const weakerCapability = weaker(sides.own.capability, sides.other.capability);
  const isKnown = weakerIncentive !== null && weakerCapability !== null;
  return {
    incentive: weakerIncentive,
    capability: weakerCapability,
    isReal: isKnown ? weakerIncentive >= model.realIncentive && weakerCapability > 0 : null,
    ...sides,
    reasons: realReasons(sides, model),
  };
}

function weaker(one: { value: number } | null, other: { value: number } | null): number | null {
  return one === null || other === null ? null : Math.min(one.value, other.value);
}
