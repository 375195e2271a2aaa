import { defaultModel, type Model } from "../model/model.ts";
import type { NudgeFacts, NudgeMoment, NudgePreferences } from "./facts.ts";
import { type FreeOfStrain, freeOfStrain, frictionOf } from "./friction.ts";
import type { Occasion } from "./occasion.ts";
import { congratulateOccasions } from "./occasions/congratulate.ts";
import { courtesyOccasions } from "./occasions/courtesy.ts";
import { followUpOccasions } from "./occasions/follow-up.ts";
import { giveFirstOccasions, needOccasions } from "./occasions/giving.ts";
import { makeTimeOccasions } from "./occasions/make-time.ts";
import { reconnectOccasions } from "./occasions/reconnect.ts";
import { type NudgeRules, nudgeRules } from "./rules.ts";

/**
 * Every occasion that touches the week up to `until`, of the kinds that the person wants. About
 * somebody whose tie is paused, by whichever side, there is none; about a strained one only `repair`.
 */
export function occasionsOf(
  facts: NudgeFacts,
  moment: NudgeMoment,
  { kindsOff, cadences }: Pick<NudgePreferences, "kindsOff" | "cadences">,
  {
    until = moment.at,
    rules = nudgeRules,
    model = defaultModel,
  }: { until?: number; rules?: NudgeRules; model?: Model } = {},
): Occasion[] {
  const off = new Set(kindsOff);
  const paused = new Set(facts.ties.filter((tie) => tie.paused).map(({ other }) => other));
  const friction = frictionOf(facts);
  const free = new Map(
    facts.ties.map((tie) => [tie.other, freeOfStrain(tie, friction, moment.weekStartsAt)]),
  );
  return [
    ...reconnectOccasions(facts.ties, cadences, moment, rules, model),
    ...courtesyOccasions(facts, friction, moment, until),
    ...followUpOccasions(facts, rules),
    ...congratulateOccasions(facts, moment, rules, model),
    ...needOccasions(facts, moment, rules, model),
    ...giveFirstOccasions(facts, moment, rules, model),
    ...makeTimeOccasions(facts, moment, rules),
  ]
    .flatMap((occasion) => outsideStrain(occasion, free.get(occasion.subject ?? "")))
    .filter(({ kind, subject, openAt, closeAt }) => {
      if (off.has(kind) || openAt > closeAt) return false;
      if (closeAt < moment.weekStartsAt || openAt > until) return false;
      return subject === null || !paused.has(subject);
    });
}

/**
 * While a tie is strained there is nothing but its repair. Friction closes what was there, which
 * keeps its place in the week; what a repair frees opens with it.
 */
function outsideStrain(occasion: Occasion, free: FreeOfStrain | null | undefined): Occasion[] {
  if (free === undefined || occasion.kind === "repair") return [occasion];
  if (free === null) return [];
  return [
    {
      ...occasion,
      openAt: Math.max(occasion.openAt, free.from),
      knownAt: Math.max(occasion.knownAt, free.from),
      closeAt: Math.min(occasion.closeAt, free.until),
    },
  ];
}
