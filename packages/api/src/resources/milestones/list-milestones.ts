import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { requireId } from "../../http/ids.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { viewOfPerson } from "../frames/view.ts";
import {
  type Addressed,
  addressedTo,
  isOwnSide,
  type Reader,
  readerOf,
} from "../helping/addressed-to.ts";
import { type AddressedQuery, listAddressed } from "../helping/list-addressed.ts";
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

export interface MilestoneQuery extends AddressedQuery {
  kind?: string;
  since?: string;
  until?: string;
}

/** What a person may know of: their own milestones, and those that others let them know. */
export const listMilestones = (ctx: Context, query: MilestoneQuery) =>
  listAddressed(ctx, query, {
    kind: "milestone",
    read: async (tx, filter) => (await read(tx, filter)).map(addressed),
    show: showMilestones,
  });
