import { type Instant, isAddressed, type NudgeMilestone, stranger } from "@kith/core";
import type { Context } from "../../../context.ts";
import { readAcquaintances } from "../../frames/queries.ts";
import { localDay, startOfLocalDay } from "../local-time.ts";
import { readMilestonesOn } from "../queries/milestones.ts";

const MS_PER_DAY = 86_400_000;

/** Milestones of people the person knows, as far as they let them know, whose day is in a span. */
export async function readNudgeMilestones(
  ctx: Context,
  person: string,
  others: readonly string[],
  zone: string,
  { from, until }: { from: Instant; until: Instant },
): Promise<NudgeMilestone[]> {
  const [first, last] = [localDay(zone, from), localDay(zone, until)];
  const days = Array.from({ length: last - first + 1 }, (_, index) => {
    const date = new Date((first + index) * MS_PER_DAY);
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    return { localDay: first + index, year, month, day };
  });
  const inYear = days.map(({ month, day }) => month * 100 + day);
  // Who was born on a 29 February has their day on the 1 March of other years.
  const isLeap = days.some(({ month, day }) => month === 2 && day === 29);
  if (inYear.includes(301) && !isLeap) inYear.push(229);
  const stored = await readMilestonesOn(ctx.tx, others, inYear);
  const owners = [...new Set(stored.map(({ personId }) => personId))];
  const known = await readAcquaintances(ctx.tx, person, owners);
  return stored.flatMap((milestone) => {
    const { id, personId, kind, title, yearly, audience, createdAt } = milestone;
    const [month, day] =
      milestone.month === 2 && milestone.day === 29 && !isLeap
        ? [3, 1]
        : [milestone.month, milestone.day];
    const acquaintance = known.get(personId) ?? stranger;
    const addressed = { audience, circles: [], people: [] };
    if (!isAddressed(addressed, person, acquaintance)) return [];
    return days
      .filter((on) => on.month === month && on.day === day)
      .filter((on) => yearly || on.year === milestone.year)
      .map((on) => ({
        id: yearly ? `${id}/${on.year}` : id,
        other: personId,
        kind,
        title,
        startsAt: startOfLocalDay(zone, on.localDay),
        knownAt: createdAt,
      }));
  });
}
