import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { requireId } from "../../http/ids.ts";
import { readerOf } from "../helping/addressed-to.ts";
import { readResponses } from "./queries/attendees.ts";
import {
  type AttendeeResponse,
  readGathering,
  type StoredGathering,
} from "./queries/gatherings.ts";

/** A gathering with what the person for whom it is read answered. */
export interface ShownGathering extends StoredGathering {
  response: AttendeeResponse | null;
}

/** A gathering that a person can find: who is not on its list finds what is for everyone. */
export async function findGathering(
  ctx: Context,
  text: string,
  { reader = readerOf(ctx), hold }: { reader?: string | null; hold?: "change" } = {},
): Promise<ShownGathering> {
  const gathering = await readGathering(ctx.tx, requireId("gathering", text, "/path/id"), hold);
  if (!gathering) throw notFound();
  if (reader === null) return { ...gathering, response: null };
  const { id, visibility } = gathering;
  const response = (await readResponses(ctx.tx, reader, [id])).get(id) ?? null;
  if (response === null && visibility === "attendees") throw notFound();
  return { ...gathering, response };
}
