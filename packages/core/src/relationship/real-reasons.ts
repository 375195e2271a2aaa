import type { Model } from "../model/model.ts";
import type { Capability } from "./capability.ts";
import type { Incentive } from "./incentive.ts";

export const realReasonCodes = [
  "builtUp",
  "littleBuiltUp",
  "inTouch",
  "outOfTouch",
  "youHelped",
  "theyHelped",
  "youCanHelpWith",
  "theyCanHelpWith",
  "youCannotHelp",
  "theyCannotHelp",
  "youUnknown",
  "theyUnknown",
] as const;

export type RealReasonCode = (typeof realReasonCodes)[number];

/** One reason why a tie is real or is not, from the side asked for ("you"). */
export interface RealReason {
  readonly code: RealReasonCode;
  readonly of: "incentive" | "capability";
  /** Whether it makes the tie more real; null where something is not known. */
  readonly speaksFor: boolean | null;
  /** What the one could use and the other can give; empty but for the `CanHelpWith` codes. */
  readonly words: readonly string[];
}

interface Side {
  readonly incentive: Incentive | null;
  readonly capability: Capability | null;
}

/**
 * The reasons of a real tie, by one rule: an ingredient of the incentive speaks for the tie when it
 * is at least what the whole mean has to be. Help that did not come is no reason: nobody owes any.
 */
export function realReasons(
  { own, other }: { readonly own: Side; readonly other: Side },
  model: Model,
): RealReason[] {
  return [
    ...ofIncentive(own.incentive, other.incentive, model.realIncentive),
    ofCapability("you", own.capability),
    ofCapability("they", other.capability),
  ];
}

function ofIncentive(own: Incentive | null, other: Incentive | null, least: number): RealReason[] {
  if (own === null || other === null) return [];
  const reason = (code: RealReasonCode, speaksFor: boolean): RealReason => ({
    code,
    of: "incentive",
    speaksFor,
    words: [],
  });
  const isBuilt = own.reasons.strength >= least;
  const isInTouch = own.reasons.recency >= least;
  return [
    reason(isBuilt ? "builtUp" : "littleBuiltUp", isBuilt),
    reason(isInTouch ? "inTouch" : "outOfTouch", isInTouch),
    ...(other.reasons.helped >= least ? [reason("youHelped", true)] : []),
    ...(own.reasons.helped >= least ? [reason("theyHelped", true)] : []),
  ];
}

function ofCapability(who: "you" | "they", capability: Capability | null): RealReason {
  const reason = { of: "capability", words: capability?.covered ?? [] } as const;
  if (capability === null) return { ...reason, code: `${who}Unknown`, speaksFor: null };
  if (capability.value === 0) return { ...reason, code: `${who}CannotHelp`, speaksFor: false };
  return { ...reason, code: `${who}CanHelpWith`, speaksFor: true };
}
