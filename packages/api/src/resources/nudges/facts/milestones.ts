import type { Instant, NudgeMilestone } from "@kith/core";
import type { Context } from "../../../context.ts";
import { localDay, startOfLocalDay } from "../../../local-time.ts";
import { milestonesToCongratulate } from "../../milestones/to-congratulate.ts";

/** Milestones that the person may know of, on the days of a span where they are. */
export async function readNudgeMilestones(
  ctx: Context,
  person: string,
  zone: string,
  { from, until }: { from: Instant; until: Instant },
): Promise<NudgeMilestone[]> {
  const days = { since: localDay(zone, from), until: localDay(zone, until) };
  const occasions = await milestonesToCongratulate(ctx, person, days);
  return occasions.map(({ milestoneId, personId, kind, title, day, knownAt }) => ({
    // A yearly one is an occasion each year.
    id: `${milestoneId}/${day}`,
    other: personId,
    kind,
    title,
    startsAt: startOfLocalDay(zone, day),
    knownAt,
  }));
}
