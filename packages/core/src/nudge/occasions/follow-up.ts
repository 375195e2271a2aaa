import { dayOf, type Instant, MS_PER_DAY, startOfDay } from "../../instant.ts";
import { sideOf } from "../../pair.ts";
import type { NudgeFacts, NudgeTie } from "../facts.ts";
import { noEvidence, type Occasion } from "../occasion.ts";
import type { NudgeRules } from "../rules.ts";

/**
 * Follow up: a word after a first meeting, or after a gathering at which both were.
 * It closes when this person reaches out on a later day. Somebody new is worth most.
 */
export function followUpOccasions(
  { person, ties, encounters }: Pick<NudgeFacts, "person" | "ties" | "encounters">,
  { followUp }: NudgeRules,
): Occasion[] {
  const known = new Map(ties.map((tie) => [tie.other, tie]));
  const followed = (other: string, at: Instant): Instant =>
    reachedSince(person, known.get(other), startOfDay(dayOf(at) + 1)) ?? Infinity;
  const one = (other: string, at: Instant): Omit<Occasion, "code" | "value" | "rankValue"> => ({
    kind: "followUp",
    subject: other,
    occasion: String(dayOf(at)),
    openAt: at + followUp.fromDays * MS_PER_DAY,
    closeAt: Math.min(at + followUp.untilDays * MS_PER_DAY, followed(other, at)),
    knownAt: at + followUp.fromDays * MS_PER_DAY,
    evidence: {
      ...noEvidence,
      occurredAt: at,
      lastContactAt: known.get(other)?.evidence.lastContactAt ?? null,
    },
  });
  const met = oncePerDay(encounters).map(({ other, at, gathering }) => {
    const occasion = one(other, at);
    const tie = known.get(other);
    const value = 1 / (1 + ((tie?.before ?? tie?.evidence)?.contactDays ?? 0) / 5);
    const about = gathering === null ? null : ({ kind: "gathering", id: gathering } as const);
    const evidence = { ...occasion.evidence, about };
    return { ...occasion, code: "metAtGathering", value, rankValue: value, evidence } as const;
  });
  // What was there before a later gathering stays, or its place in the week would move.
  const firstMet = new Map<string, number>();
  for (const { other, at } of encounters) {
    firstMet.set(other, Math.min(firstMet.get(other) ?? Infinity, dayOf(at)));
  }
  const first = ties.flatMap((tie) => {
    const { other, evidence } = tie;
    if (evidence.firstContactAt === null) return [];
    if ((firstMet.get(other) ?? Infinity) <= dayOf(evidence.firstContactAt)) return [];
    // Who alone has reached out so far has followed up already: it waits for an answer.
    const isA = sideOf(person, other) === "a";
    if ((isA ? evidence.lastBaAt : evidence.lastAbAt) === null) return [];
    const before = tie.before ?? evidence;
    const wasAnswered = (isA ? before.log2WeightBa : before.log2WeightAb) > -Infinity;
    const occasion = one(other, evidence.firstContactAt);
    const answered = wasAnswered || tie.answeredDay === null ? 0 : startOfDay(tie.answeredDay + 1);
    const openAt = Math.max(occasion.openAt, answered);
    const value = { value: 0.8, rankValue: 0.8 };
    return [{ ...occasion, openAt, knownAt: openAt, code: "firstMeeting", ...value } as const];
  });
  return [...met, ...first];
}

/**
 * When this person reached out since a moment: the last time, or, where that was this week, a day
 * before it, so that what was resolved then does not look resolved now. Of that day the hour is not
 * known: only what is whole after the moment counts, as what was open before has its place.
 */
export function reachedSince(
  person: string,
  tie: NudgeTie | undefined,
  since: Instant,
): Instant | null {
  if (!tie) return null;
  const { reachedDay, evidence } = tie;
  const last = sideOf(person, tie.other) === "a" ? evidence.lastAbAt : evidence.lastBaAt;
  if (last === null || last < since) return null;
  const isThisWeek = reachedDay !== null && dayOf(last) > reachedDay;
  return isThisWeek && startOfDay(reachedDay) >= since ? startOfDay(reachedDay) : last;
}

function oncePerDay(encounters: NudgeFacts["encounters"]) {
  const latest = new Map<string, NudgeFacts["encounters"][number]>();
  for (const encounter of encounters) {
    const key = `${dayOf(encounter.at)} ${encounter.other}`;
    const held = latest.get(key);
    const isLater =
      !held ||
      encounter.at > held.at ||
      (encounter.at === held.at && (encounter.gathering ?? "") > (held.gathering ?? ""));
    if (isLater) latest.set(key, encounter);
  }
  return [...latest.values()];
}
