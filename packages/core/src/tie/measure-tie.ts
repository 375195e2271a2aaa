import type { Instant } from "../instant.ts";
import { defaultModel, type Model, modelVersion } from "../model/model.ts";
import type { Side } from "../pair.ts";
import { contactBalance, helpBalance } from "../relationship/balance.ts";
import { contactReciprocity, helpReciprocity } from "../relationship/reciprocity.ts";
import { type Standing, standing } from "../relationship/standing.ts";
import { type Band, band } from "./band.ts";
import { type Cadence, cadence, type DeclaredCadence } from "./cadence.ts";
import { confidence } from "./confidence.ts";
import { contactProbability } from "./contact-probability.ts";
import type { PairEvidence } from "./evidence.ts";
import { initiativeShare } from "./initiative.ts";
import { isStrained } from "./strain.ts";
import { strength } from "./strength.ts";
import { helpFlow } from "./tie-weight.ts";
import { type Trend, trend } from "./trend.ts";

/** What a side declared about its tie, as far as measures depend on it. */
export interface DeclaredFacets {
  readonly cadenceDays?: DeclaredCadence | null;
  readonly paused?: boolean;
}

export interface MeasureOptions {
  readonly declared?: DeclaredFacets;
  readonly model?: Model;
}

/** A tie as measured from one side at a moment. `null` = undefined for lack of evidence. */
export interface TieMeasures {
  readonly strength: number | null;
  readonly band: Band;
  readonly trend: Trend | null;
  readonly strained: boolean;
  readonly paused: boolean;
  readonly confidence: number;
  readonly contactProbability: {
    readonly days30: number | null;
    readonly days90: number | null;
    readonly days365: number | null;
  };
  readonly reciprocity: {
    readonly contact: number | null;
    readonly help: number | null;
    readonly balance: { readonly contact: number | null; readonly help: number | null };
    readonly initiativeShare: number | null;
    readonly standing: Standing;
  };
  readonly cadence: Cadence;
  readonly evidence: TieEvidence;
  readonly at: Instant;
  readonly model: string;
}

/** The evidence in this side's words. */
export interface TieEvidence {
  readonly contactDays: number;
  readonly firstContactAt: Instant | null;
  readonly lastContactAt: Instant | null;
  readonly lastOutboundAt: Instant | null;
  readonly lastInboundAt: Instant | null;
  /** Help, decayed weight in days: what this side gave and received. */
  readonly given: number;
  readonly received: number;
  readonly helpDaysGiven: number;
  readonly helpDaysReceived: number;
  readonly lastConflictAt: Instant | null;
  readonly lastRepairAt: Instant | null;
}

/**
 * Every measure of a tie, from the given side, at a moment that is not before the evidence's last
 * interaction (for an earlier one, rebuild the evidence from the interactions up to then).
 */
export function measureTie(
  evidence: PairEvidence,
  side: Side,
  at: Instant,
  { declared = {}, model = defaultModel }: MeasureOptions = {},
): TieMeasures {
  return {
    strength: strength(evidence, at, model),
    band: band(evidence, at, model),
    trend: trend(evidence, at, model),
    strained: isStrained(evidence),
    paused: declared.paused ?? false,
    confidence: confidence(evidence, model),
    contactProbability: {
      days30: contactProbability(evidence, at, 30, model),
      days90: contactProbability(evidence, at, 90, model),
      days365: contactProbability(evidence, at, 365, model),
    },
    reciprocity: {
      contact: contactReciprocity(evidence),
      help: helpReciprocity(evidence),
      balance: {
        contact: contactBalance(evidence, side, at, model),
        help: helpBalance(evidence, side, at, model),
      },
      initiativeShare: initiativeShare(evidence, side, at, model),
      standing: standing(evidence, side, at, model),
    },
    cadence: cadence(evidence, at, declared.cadenceDays ?? null, model),
    evidence: evidenceFrom(evidence, side, at, model),
    at,
    model: modelVersion,
  };
}

function evidenceFrom(evidence: PairEvidence, side: Side, at: Instant, model: Model): TieEvidence {
  const isA = side === "a";
  return {
    contactDays: evidence.contactDays,
    firstContactAt: evidence.firstContactAt,
    lastContactAt: evidence.lastContactAt,
    lastOutboundAt: isA ? evidence.lastAbAt : evidence.lastBaAt,
    lastInboundAt: isA ? evidence.lastBaAt : evidence.lastAbAt,
    ...helpFlow(evidence, side, at, model),
    helpDaysGiven: isA ? evidence.helpDaysAb : evidence.helpDaysBa,
    helpDaysReceived: isA ? evidence.helpDaysBa : evidence.helpDaysAb,
    lastConflictAt: evidence.lastConflictAt,
    lastRepairAt: evidence.lastRepairAt,
  };
}
