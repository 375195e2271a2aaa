import { type Day, type Instant, MS_PER_DAY, startOfDay } from "../../instant.ts";
import type { NudgeFacts, NudgeMoment } from "../facts.ts";
import { noEvidence, type Occasion } from "../occasion.ts";
import type { NudgeRules } from "../rules.ts";

/** Make time: no contact with anybody for a week. The first contact closes it. */
export function makeTimeOccasions(
  { ties }: Pick<NudgeFacts, "ties">,
  { weekStartsAt }: NudgeMoment,
  { makeTime }: NudgeRules,
): Occasion[] {
  let last: Day | null = null;
  let since: Instant = Number.POSITIVE_INFINITY;
  for (const { evidence, before } of ties) {
    const { lastDay } = before ?? evidence;
    if (lastDay !== null) last = Math.max(last ?? lastDay, lastDay);
    const { lastContactAt } = evidence;
    if (before && lastContactAt !== null) since = Math.min(since, lastContactAt);
  }
  if (last === null || startOfDay(last) >= weekStartsAt) return [];
  const openAt = startOfDay(last) + makeTime.quietDays * MS_PER_DAY;
  return [
    {
      kind: "makeTime",
      subject: null,
      occasion: String(last),
      code: "quietWeek",
      openAt,
      closeAt: since,
      knownAt: openAt,
      value: 0,
      rankValue: 0,
      evidence: { ...noEvidence, lastContactAt: startOfDay(last) },
    },
  ];
}
