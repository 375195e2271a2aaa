import { MS_PER_DAY } from "../../instant.ts";
import type { Model } from "../../model/model.ts";
import { sideOf } from "../../pair.ts";
import { standing } from "../../relationship/standing.ts";
import { strength } from "../../tie/strength.ts";
import type { NudgeFacts, NudgeMoment } from "../facts.ts";
import { noEvidence, type Occasion } from "../occasion.ts";
import type { NudgeRules } from "../rules.ts";
import { reachedSince } from "./follow-up.ts";

/**
 * Answer an ask, offer help with a goal: what somebody needs and this person could give. It closes
 * when they help.
 */
export function needOccasions(
  { ties, needs }: Pick<NudgeFacts, "ties" | "needs">,
  { weekStartsAt }: NudgeMoment,
  { offerHelp }: NudgeRules,
  model: Model,
): Occasion[] {
  const known = new Map(ties.map((tie) => [tie.other, tie]));
  return needs.map(({ id, of, other, kind, title, isNamed, since, until, helpedAt }) => {
    const tie = known.get(other);
    const evidence = tie?.before ?? tie?.evidence;
    const warmth = (evidence && strength(evidence, weekStartsAt, model)) ?? 0;
    const value = isNamed ? 0.5 + 0.5 * warmth : 0.5 * warmth;
    const asks = of === "ask";
    return {
      kind: asks ? "answerAsk" : "offerHelp",
      subject: other,
      occasion: id,
      code: !asks ? "goalYouCouldHelp" : isNamed ? "askOfYou" : "askYouCouldAnswer",
      openAt: since,
      closeAt: Math.min(
        until ?? Infinity,
        helpedAt ?? Infinity,
        asks ? Infinity : since + offerHelp.untilDays * MS_PER_DAY,
      ),
      knownAt: since,
      value,
      rankValue: value,
      evidence: {
        ...noEvidence,
        occurredAt: since,
        lastContactAt: evidence?.lastContactAt ?? null,
        types: [kind],
        title,
        about: { kind: of, id },
      },
    } satisfies Occasion;
  });
}

/**
 * Give first: a tie of some strength in which the other has given more help of late. The person is
 * shown an opportunity, never this measure. It comes in one week of each quarter, for each tie in
 * another, and closes when they reach out.
 */
export function giveFirstOccasions(
  { person, ties }: Pick<NudgeFacts, "person" | "ties">,
  { weekStartsAt }: NudgeMoment,
  { giveFirst }: NudgeRules,
  model: Model,
): Occasion[] {
  // Weeks since Monday, 29 December 1969, wherever the person is.
  const week = Math.round((weekStartsAt / MS_PER_DAY + 3) / 7);
  return ties.flatMap((tie) => {
    const { other } = tie;
    const turn = (week + spread(`${person} ${other}`)) / giveFirst.everyWeeks;
    if (!Number.isInteger(turn)) return [];
    const evidence = tie.before ?? tie.evidence;
    const built = strength(evidence, weekStartsAt, model) ?? 0;
    if (built < giveFirst.leastStrength) return [];
    if (standing(evidence, sideOf(person, other), weekStartsAt, model) !== "mostlyReceiving") {
      return [];
    }
    const reached = reachedSince(person, tie, weekStartsAt);
    return [
      {
        kind: "giveFirst",
        subject: other,
        occasion: String(turn),
        code: "somethingToGive",
        openAt: weekStartsAt,
        closeAt: reached ?? weekStartsAt + 7 * MS_PER_DAY,
        knownAt: weekStartsAt,
        value: built,
        rankValue: built,
        evidence: { ...noEvidence, lastContactAt: evidence.lastContactAt },
      } satisfies Occasion,
    ];
  });
}

/** A whole number that is the same for the same text, and as good as any other (FNV-1a). */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash;
}
