import {
  type Instant,
  MS_PER_DAY,
  type NudgeEncounter,
  type NudgeTie,
  nudgeRules,
} from "@kith/core";
import type { Context } from "../../../context.ts";
import { viewOfPerson } from "../../frames/view.ts";
import { readAttendedWith, readGatheredWith } from "../queries/encounters.ts";

/** Of one gathering, so many people are worth a word afterwards; and so many are looked at. */
const most = { perGathering: 8, read: 500 };

/** Who was at the same gatherings of late: by the log, and by the lists of attendees. */
export async function readEncounters(
  ctx: Context,
  person: string,
  ties: readonly NudgeTie[],
  weekStartsAt: Instant,
): Promise<NudgeEncounter[]> {
  const from = weekStartsAt - nudgeRules.followUp.untilDays * MS_PER_DAY;
  const span = { from, until: ctx.now };
  const recent = ties.filter(({ evidence }) => (evidence.lastContactAt ?? 0) >= from);
  const others = recent.map(({ other }) => other);
  const gathered = await readGatheredWith(ctx.tx, person, others, span);
  const attended = await readAttendedWith(ctx.tx, person, span, most.read);
  const view = await viewOfPerson(
    ctx,
    person,
    attended.map(({ other }) => other),
  );
  const days = new Map(ties.map(({ other, evidence }) => [other, evidence.contactDays]));
  // Whom they know a little comes before strangers, and both before old friends.
  const novelty = (other: string) => {
    const count = days.get(other) ?? 0;
    return count === 0 ? 3 : count;
  };
  const byGathering = new Map<string, NudgeEncounter[]>();
  for (const { gathering, other, at } of attended) {
    if (!view.finds(other)) continue;
    byGathering.set(gathering, [...(byGathering.get(gathering) ?? []), { gathering, other, at }]);
  }
  const chosen = [...byGathering.values()].flatMap((list) =>
    list
      .sort((x, y) => novelty(x.other) - novelty(y.other) || (x.other < y.other ? -1 : 1))
      .slice(0, most.perGathering),
  );
  return [...gathered.map((one) => ({ ...one, gathering: null })), ...chosen];
}
