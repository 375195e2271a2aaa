import type { Instant } from "../instant.ts";
import type { Model } from "../model/model.ts";
import type { Side } from "../pair.ts";
import { contactBalance, helpBalance } from "../relationship/balance.ts";
import { contactReciprocity, helpReciprocity } from "../relationship/reciprocity.ts";
import { cadence, type DeclaredCadence, expectedDays } from "./cadence.ts";
import { confidence } from "./confidence.ts";
import { contactProbability, silenceDays } from "./contact-probability.ts";
import type { PairEvidence } from "./evidence.ts";
import { explainedWords } from "./explained-words.ts";
import { initiativeShare } from "./initiative.ts";
import { strength, tieKappa } from "./strength.ts";
import { contactFlow, helpFlow, recentWeight, tieWeight } from "./tie-weight.ts";
import { trendRatio } from "./trend.ts";

/**
 * A measure taken apart: its formula over its inputs, by the inputs' names. A formula is JavaScript
 * but for `^` (to the power of), `min` and `max`; that of `weight` is a sum over all contact days.
 */
export interface ExplainedPart {
  readonly measure: string;
  readonly formula: string;
  readonly inputs: Readonly<Record<string, number | null>>;
  /** A number, or the word or flag that a measure answers; null where it is undefined. */
  readonly value: number | string | boolean | null;
}

/** Every measure of a tie with the inputs that it was computed from. */
export function explainedParts(
  evidence: PairEvidence,
  side: Side,
  at: Instant,
  declared: DeclaredCadence | null,
  model: Model,
): ExplainedPart[] {
  const weight = tieWeight(evidence, at, model);
  const kappa = tieKappa(evidence, at, model);
  const silence = silenceDays(evidence, at);
  const contact = contactFlow(evidence, side, at, model);
  const help = helpFlow(evidence, side, at, model);
  const rhythm = cadence(evidence, at, declared, model);
  const offset = model.silenceOffsetDays;
  const spanDays =
    evidence.firstDay === null || evidence.lastDay === null
      ? null
      : evidence.lastDay - evidence.firstDay;
  const part = (
    measure: string,
    value: ExplainedPart["value"],
    formula: string,
    inputs: ExplainedPart["inputs"],
  ): ExplainedPart => ({ measure, formula, inputs, value });
  return [
    part("weight", weight, "sum over contact days of 2^(-age / halfLifeDays)", {
      contactDays: evidence.contactDays,
      halfLifeDays: model.halfLifeDays,
    }),
    part("kappa", kappa, "scale * weight^exponent / divisor", {
      weight,
      exponent: model.kappaExponent,
      divisor: model.kappaDivisor,
      scale: model.kappaScale,
    }),
    part("strength", strength(evidence, at, model), "kappa / (1 + kappa)", { kappa }),
    ...[30, 90, 365].map((horizonDays) =>
      part(
        `contactProbability.days${horizonDays}`,
        contactProbability(evidence, at, horizonDays, model),
        "1 - ((silenceDays + offset) / (silenceDays + offset + horizonDays))^kappa",
        { silenceDays: silence, offset, horizonDays, kappa },
      ),
    ),
    part(
      "trendRatio",
      trendRatio(evidence, at, model),
      "(recentWeight / recentHalfLifeDays) / (weight / halfLifeDays)",
      {
        recentWeight: recentWeight(evidence, at, model),
        recentHalfLifeDays: model.recentHalfLifeDays,
        weight,
        halfLifeDays: model.halfLifeDays,
      },
    ),
    part(
      "confidence",
      confidence(evidence, model),
      "contactDays / (contactDays + countHalf) * (1 + spanDays / (spanDays + spanHalf)) / 2",
      {
        contactDays: evidence.contactDays,
        spanDays,
        countHalf: model.confidenceContactDays,
        spanHalf: model.confidenceSpanDays,
      },
    ),
    part(
      "cadence.expectedDays",
      expectedDays(evidence, model),
      "(spanDays + prior) / contactDays",
      { spanDays, prior: model.cadencePriorDays, contactDays: evidence.contactDays },
    ),
    part(
      "reciprocity.initiativeShare",
      initiativeShare(evidence, side, at, model),
      "(outbound + prior) / (outbound + inbound + 2 * prior)",
      { outbound: contact.given, inbound: contact.received, prior: model.initiativePrior },
    ),
    part(
      "reciprocity.contact",
      contactReciprocity(evidence),
      "2 * min(outbound, inbound) / (outbound + inbound)",
      { outbound: contact.given, inbound: contact.received },
    ),
    part(
      "reciprocity.help",
      helpReciprocity(evidence),
      "2 * min(given, received) / (given + received)",
      { ...help },
    ),
    part(
      "reciprocity.balance.contact",
      contactBalance(evidence, side, at, model),
      "(outbound - inbound) / (outbound + inbound + prior)",
      { outbound: contact.given, inbound: contact.received, prior: model.balancePrior },
    ),
    part(
      "reciprocity.balance.help",
      helpBalance(evidence, side, at, model),
      "(given - received) / (given + received + prior)",
      { ...help, prior: model.balancePrior },
    ),
    part(
      "cadence.overdueDays",
      rhythm.overdueDays,
      "max(0, silenceDays - (declaredDays ?? expectedDays))",
      {
        silenceDays: silence,
        declaredDays: rhythm.declaredDays,
        expectedDays: rhythm.expectedDays,
      },
    ),
    ...explainedWords(evidence, side, at, model),
  ];
}
