import { type Day, occurrencesBetween } from "@kith/core";
import type { Context } from "../../context.ts";
import { addressedTo } from "../helping/addressed-to.ts";
import { addressed } from "./list-milestones.ts";
import { readMilestonesOfContacts } from "./queries.ts";

/** One occasion to congratulate somebody. */
export interface MilestoneOccasion {
  milestoneId: string;
  personId: string;
  kind: string;
  title: string | null;
  /** The day in the calendar, wherever the person is. */
  day: Day;
  /** Since when it has been told. */
  knownAt: number;
}

/**
 * Milestones from one day to another, both included, of people with whom a person was in contact
 * and who let them know, in order of day: two occasions of a yearly one where the window has both.
 * Three statements, whatever their number.
 */
export async function milestonesToCongratulate(
  ctx: Context,
  person: string,
  { since, until }: { since: Day; until: Day },
): Promise<MilestoneOccasion[]> {
  const stored = await readMilestonesOfContacts(ctx.tx, person);
  const dated = stored.flatMap((milestone) => {
    const days = occurrencesBetween(milestone, since, until);
    return days.length > 0 ? [{ ...addressed(milestone), days }] : [];
  });
  const told = await addressedTo(ctx, person, dated);
  return told
    .flatMap(({ id, personId, kind, title, createdAt, days }) =>
      days.map((day) => ({ milestoneId: id, personId, kind, title, day, knownAt: createdAt })),
    )
    .sort((one, other) => one.day - other.day || (one.milestoneId < other.milestoneId ? -1 : 1));
}
