import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { newUuid } from "../../http/ids.ts";
import { requirePerson } from "../people/person-refs.ts";
import { insertMilestone, type StoredMilestone } from "./queries.ts";
import { readDate } from "./read-date.ts";
import type { MilestoneInput } from "./schemas.ts";

/** Tells of a milestone those whom its owner lets know. */
export async function createMilestone(
  ctx: Context,
  { by, kind, date, title = null, yearly, audience = "network" }: MilestoneInput,
): Promise<StoredMilestone> {
  const { tx, now } = ctx;
  const milestone: StoredMilestone = {
    id: newUuid(now),
    personId: await requirePerson(tx, by, "/by"),
    kind,
    title,
    ...readDate(date, kind, yearly),
    audience,
    revision: 1,
    createdAt: now,
    updatedAt: now,
  };
  await insertMilestone(tx, milestone);
  await recordChange(ctx, { type: "milestone.created", id: milestone.id, sequence: 1 });
  return milestone;
}
