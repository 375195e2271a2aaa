import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { requireMatch } from "../../http/etag.ts";
import { requireId } from "../../http/ids.ts";
import { requirePerson } from "../people/person-refs.ts";
import {
  readMilestone,
  deleteMilestone as remove,
  type StoredMilestone,
  updateMilestone as write,
} from "./queries.ts";
import { readDate, writeDate } from "./read-date.ts";
import type { MilestonePatch } from "./schemas.ts";

/** A milestone of the person who acts, locked; anybody else's is as one that never was. */
async function holdOwn(
  { tx }: Context,
  { id: text, by, pointer }: { id: string; by: string; pointer: string },
): Promise<StoredMilestone> {
  const id = requireId("milestone", text, "/path/id");
  const personId = await requirePerson(tx, by, pointer);
  const milestone = await readMilestone(tx, id, "change");
  if (!milestone || milestone.personId !== personId) throw notFound();
  return milestone;
}

export async function updateMilestone(
  ctx: Context,
  { id, change, ifMatch }: { id: string; change: MilestonePatch; ifMatch: string | undefined },
): Promise<StoredMilestone> {
  const stored = await holdOwn(ctx, { id, by: change.by, pointer: "/by" });
  requireMatch(ifMatch, stored.revision);
  const { kind = stored.kind, title = stored.title, audience = stored.audience } = change;
  const text = change.date ?? writeDate(stored);
  // A new kind or date brings its own habit of coming back, unless the call says.
  const isNewDay = change.date !== undefined || change.kind !== undefined;
  const date = readDate(text, kind, change.yearly ?? (isNewDay ? undefined : stored.yearly));
  const changed: StoredMilestone = {
    ...stored,
    ...{ kind, title, audience, ...date },
    revision: stored.revision + 1,
    updatedAt: ctx.now,
  };
  await write(ctx.tx, changed);
  await recordChange(ctx, {
    type: "milestone.updated",
    id: stored.id,
    sequence: changed.revision,
    data: { fields: Object.keys(change).filter((field) => field !== "by") },
  });
  return changed;
}

export async function deleteMilestone(
  ctx: Context,
  { id, by, ifMatch }: { id: string; by: string; ifMatch: string | undefined },
): Promise<void> {
  const stored = await holdOwn(ctx, { id, by, pointer: "?by" });
  requireMatch(ifMatch, stored.revision);
  await remove(ctx.tx, stored.id);
  await recordChange(ctx, {
    type: "milestone.deleted",
    id: stored.id,
    sequence: stored.revision + 1,
  });
}
