import { MS_PER_DAY } from "../../instant.ts";
import type { Model } from "../../model/model.ts";
import { strength } from "../../tie/strength.ts";
import type { NudgeFacts, NudgeMoment } from "../facts.ts";
import { noEvidence, type Occasion } from "../occasion.ts";
import type { NudgeRules } from "../rules.ts";
import { reachedSince } from "./follow-up.ts";

/**
 * Congratulate: a milestone of somebody one knows. It can be foreseen, so a place in the week is
 * kept for it; it closes when this person reaches out from the day before on. Of close people it
 * stands above what can wait, of slight acquaintances, who have a birthday every week, below.
 */
export function congratulateOccasions(
  { person, ties, milestones }: Pick<NudgeFacts, "person" | "ties" | "milestones">,
  { weekStartsAt }: NudgeMoment,
  { congratulate }: NudgeRules,
  model: Model,
): Occasion[] {
  const known = new Map(ties.map((tie) => [tie.other, tie]));
  return milestones.flatMap(({ id, other, kind, title, startsAt, knownAt }) => {
    const tie = known.get(other);
    if (!tie) return [];
    const evidence = tie.before ?? tie.evidence;
    if (!tie.isDeclared && evidence.contactDays < congratulate.leastContactDays) return [];
    const openAt = Math.max(knownAt, startsAt + congratulate.fromDays * MS_PER_DAY);
    const reached = reachedSince(person, tie, openAt);
    const built = strength(evidence, weekStartsAt, model) ?? 0;
    const value = Math.min(1, built / congratulate.fullStrength);
    return [
      {
        kind: "congratulate",
        subject: other,
        occasion: id,
        code: "milestone",
        openAt,
        closeAt: Math.min(startsAt + congratulate.untilDays * MS_PER_DAY, reached ?? Infinity),
        knownAt,
        value,
        rankValue: value,
        evidence: {
          ...noEvidence,
          occurredAt: startsAt,
          lastContactAt: tie.evidence.lastContactAt,
          types: [kind],
          title,
          about: { kind: "milestone", id: id.split("/")[0] ?? id },
        },
      } satisfies Occasion,
    ];
  });
}
