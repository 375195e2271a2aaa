import { courtesiesByPerson } from "../../gratitude/by-person.ts";
import { type Courtesy, type CourtesyKind, courtesies } from "../../gratitude/courtesies.ts";
import { type GratitudeRules, gratitudeRules } from "../../gratitude/rules.ts";
import type { Instant } from "../../instant.ts";
import type { NudgeAction, NudgeFacts, NudgeMoment } from "../facts.ts";
import type { Friction } from "../friction.ts";
import type { NudgeCode, NudgeKind } from "../kinds.ts";
import { noEvidence, type Occasion } from "../occasion.ts";

const asNudge: Record<CourtesyKind, readonly [NudgeKind, NudgeCode]> = {
  thanks: ["thank", "helpReceived"],
  reportBack: ["reportBack", "outcomeToTell"],
  repair: ["repair", "friction"],
};

/**
 * Thank, report back and repair, as `courtesies` says: one word for all towards one person. Who says
 * that they did it, or let it go, is believed: what comes later is an occasion of its own.
 */
export function courtesyOccasions(
  { person, exchanges, ties, actions }: NudgeFacts,
  friction: Friction,
  { at, weekStartsAt }: NudgeMoment,
  until: Instant,
  rules: GratitudeRules = gratitudeRules,
): Occasion[] {
  const evidence = new Map(ties.map((tie) => [tie.other, tie.evidence]));
  const polite = exchanges.filter(({ category }) => category !== "friction");
  const known = [...polite, ...[...friction.values()].flat()];
  const freshness = ({ occurredAt, untilAt }: Courtesy): number =>
    1 - Math.max(0, weekStartsAt - occurredAt) / Math.max(1, untilAt - occurredAt);
  const open = courtesies(known, person, at, rules)
    .map((courtesy) => settledBy(courtesy, actions))
    .filter(
      ({ givenAt, untilAt, fromAt }) =>
        (givenAt ?? Infinity) >= weekStartsAt &&
        (givenAt ?? Infinity) >= fromAt &&
        untilAt > weekStartsAt &&
        fromAt <= until,
    );
  const given = open.filter(({ givenAt }) => givenAt !== null);
  const waiting = open.filter(({ givenAt }) => givenAt === null);
  return [given, waiting].flatMap((part) =>
    courtesiesByPerson(part).map((word) => {
      const group = part.filter(({ kind, to }) => kind === word.kind && to === word.to);
      // It goes by the one that opened it, which a later one does not change.
      const first = group.reduce((x, y) => (opensBefore(y, x) ? y : x));
      const { latest } = word;
      // Not by what is due later: once the word is said, that is not a part of it.
      const before = group.filter(({ fromAt }) => fromAt <= weekStartsAt);
      const value = Math.max(0, ...(before.length > 0 ? before : [first]).map(freshness));
      const [kind, code] = asNudge[word.kind];
      return {
        kind,
        subject: word.to,
        occasion: String(first.occurredAt),
        code,
        openAt: first.fromAt,
        closeAt: Math.min(word.untilAt, first.givenAt ?? Infinity),
        knownAt: first.fromAt,
        value,
        rankValue: value,
        evidence: {
          ...noEvidence,
          occurredAt: latest.occurredAt,
          lastContactAt: evidence.get(word.to)?.lastContactAt ?? null,
          types: word.kind === "repair" ? [] : word.types,
        },
      };
    }),
  );
}

const opensBefore = (x: Courtesy, y: Courtesy): boolean =>
  x.fromAt < y.fromAt || (x.fromAt === y.fromAt && x.occurredAt < y.occurredAt);

/** A courtesy as what the person did with its nudge leaves it: answered, then, without the log. */
function settledBy(courtesy: Courtesy, actions: readonly NudgeAction[]): Courtesy {
  let { givenAt } = courtesy;
  for (const { kind, subject, action, actedAt } of actions) {
    if (subject !== courtesy.to || action === "snoozed" || actedAt < courtesy.occurredAt) continue;
    const isAbout = kind === asNudge[courtesy.kind][0];
    // News thank as well, if they were told.
    const thanksToo = courtesy.kind === "thanks" && kind === "reportBack" && action === "done";
    if ((isAbout || thanksToo) && kind !== "repair")
      givenAt = Math.min(givenAt ?? actedAt, actedAt);
  }
  return { ...courtesy, givenAt };
}
