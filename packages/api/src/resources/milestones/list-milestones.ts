import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { decodeCursor, encodeCursor, idInCursor, listName, page } from "../../http/cursor.ts";
import { requireId, toId } from "../../http/ids.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { viewOfPerson } from "../frames/view.ts";
import {
  type Addressed,
  addressedTo,
  isOwnSide,
  type Reader,
  readerOf,
} from "../helping/addressed-to.ts";
import { listAddressed } from "../helping/list-addressed.ts";
import { sideOfNobody } from "../helping/refusals.ts";
import { requirePerson } from "../people/person-refs.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import { listMilestones as read, readMilestone, type StoredMilestone } from "./queries.ts";

/** A milestone as its reader may know of it. */
export interface ShownMilestone extends Omit<StoredMilestone, "personId" | "audience"> {
  person: PersonBrief;
  audience: StoredMilestone["audience"] | null;
}

/** For `addressedTo`: audiences of milestones are those of profiles. */
export const addressed = (milestone: StoredMilestone): StoredMilestone & Addressed => ({
  ...milestone,
  circles: [],
  people: [],
  isLive: true,
});

export async function showMilestones(
  ctx: Context,
  reader: Reader,
  milestones: readonly StoredMilestone[],
): Promise<ShownMilestone[]> {
  const owners = [...new Set(milestones.map(({ personId }) => personId))];
  const view = reader === null ? undefined : await viewOfPerson(ctx, reader, owners);
  const briefs = await showBriefs(ctx, owners, view);
  return milestones.map(({ personId, audience, ...milestone }) => ({
    ...milestone,
    person: briefs.get(personId) ?? { id: personId, externalId: null, name: null },
    audience: isOwnSide(reader, personId) ? audience : null,
  }));
}

/** A milestone that who asks may know of. */
export async function getMilestone(ctx: Context, text: string): Promise<StoredMilestone> {
  const stored = await readMilestone(ctx.tx, requireId("milestone", text, "/path/id"));
  if (!stored) throw notFound();
  const [milestone] = await addressedTo(ctx, readerOf(ctx), [addressed(stored)]);
  if (!milestone) throw notFound();
  return stored;
}

export interface MilestoneQuery {
  person?: string;
  side?: "own" | "others";
  kind?: string;
  since?: string;
  until?: string;
  limit: number;
  cursor?: string;
}

/** What a person may know of: their own milestones, and those that others let them know. */
export async function listMilestones(
  ctx: Context,
  { cursor, limit, person, ...filter }: MilestoneQuery,
): Promise<{ data: ShownMilestone[]; nextCursor: string | null }> {
  const named = person === undefined ? null : await requirePerson(ctx.tx, person, "?person");
  const reader = readerOf(ctx, named);
  if (reader === null && filter.side) throw sideOfNobody();
  const list = listName("milestones.list", { ...filter, person });
  const [last] = cursor ? decodeCursor(list, cursor, ["string"]) : [null];
  const from = last === null ? null : idInCursor("milestone", last);
  const found = await listAddressed(
    ctx,
    reader,
    { before: from, limit: limit + 1 },
    async (before, count) =>
      (await read(ctx.tx, { ...filter, reader, before, limit: count })).map(addressed),
  );
  const { data, nextCursor } = page(found, limit, ({ id }) =>
    encodeCursor(list, [toId("milestone", id)]),
  );
  return { data: await showMilestones(ctx, reader, data), nextCursor };
}
