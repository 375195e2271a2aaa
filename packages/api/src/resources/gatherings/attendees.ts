import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { decodeCursor, encodeCursor, idInCursor, listName, page } from "../../http/cursor.ts";
import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { viewOf } from "../frames/view.ts";
import { requirePerson } from "../people/person-refs.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import { findGathering } from "./find-gathering.ts";
import {
  deleteAttendee,
  readAttendees,
  readResponses,
  type StoredAttendee,
  writeAttendee,
} from "./queries/attendees.ts";
import type { AttendeeResponse } from "./queries/gatherings.ts";

/** What members may know of others: that somebody was asked, or said no, is theirs to tell. */
export const toldResponses: readonly AttendeeResponse[] = ["going", "maybe", "attended"];

export interface ShownAttendee extends StoredAttendee {
  person: PersonBrief;
}

interface AttendeeQuery {
  id: string;
  response?: AttendeeResponse | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Who is on the list, as who asks may see it. */
export async function listAttendees(
  ctx: Context,
  { id, response, limit, cursor }: AttendeeQuery,
): Promise<{ data: ShownAttendee[]; nextCursor: string | null }> {
  const gathering = await findGathering(ctx, id);
  const isMember = ctx.actor.kind === "member";
  const list = listName("gatherings.listAttendees", { id, response });
  const [last] = cursor ? decodeCursor(list, cursor, ["string"]) : [null];
  let after = last === null ? null : idInCursor("person", last);
  const asked = response === undefined ? undefined : [response];
  const responses = isMember
    ? toldResponses.filter((told) => response === undefined || told === response)
    : asked;
  const found: StoredAttendee[] = [];
  // Frames come before paging: it reads on until the page is full.
  for (let isEnd = false; !isEnd && found.length <= limit; ) {
    const rows = await readAttendees(ctx.tx, gathering.id, { responses, after, limit: limit + 1 });
    const view = await viewOf(
      ctx,
      rows.map(({ personId }) => personId),
    );
    found.push(...rows.filter(({ personId }) => view.finds(personId)));
    after = rows.at(-1)?.personId ?? after;
    isEnd = rows.length <= limit;
  }
  const { data, nextCursor } = page(found, limit, ({ personId }) =>
    encodeCursor(list, [toId("person", personId)]),
  );
  return { data: await showAttendees(ctx, data), nextCursor };
}

export async function showAttendees(
  ctx: Context,
  attendees: readonly StoredAttendee[],
): Promise<ShownAttendee[]> {
  const briefs = await showBriefs(
    ctx,
    attendees.map(({ personId }) => personId),
  );
  return attendees.flatMap((attendee) => {
    const person = briefs.get(attendee.personId);
    return person ? [{ ...attendee, person }] : [];
  });
}

/** Puts somebody on the list, or changes their answer. A member answers for themselves. */
export async function setAttendee(
  ctx: Context,
  { id, person, response }: { id: string; person: string; response: AttendeeResponse },
): Promise<ShownAttendee> {
  const { tx, now } = ctx;
  const personId = await requirePerson(tx, person, "/path/person");
  const gathering = await findGathering(ctx, id, { hold: "change" });
  if (response === "attended" && now < gathering.startsAt) throw notBegun(gathering.startsAt);
  const before = (await readResponses(tx, personId, [gathering.id])).get(gathering.id);
  const attendee = { personId, response, updatedAt: now };
  await writeAttendee(tx, gathering.id, attendee);
  if (before !== response) {
    await recordChange(ctx, {
      type: "attendance.updated",
      id: gathering.id,
      relatedId: personId,
      data: { response },
    });
  }
  const [shown] = await showAttendees(ctx, [attendee]);
  if (!shown) throw notFound();
  return shown;
}

export async function removeAttendee(
  ctx: Context,
  { id, person }: { id: string; person: string },
): Promise<void> {
  const personId = await requirePerson(ctx.tx, person, "/path/person");
  const gathering = await findGathering(ctx, id, { hold: "change" });
  if (!(await deleteAttendee(ctx.tx, gathering.id, personId))) throw notFound();
  await recordChange(ctx, {
    type: "attendance.removed",
    id: gathering.id,
    relatedId: personId,
  });
}

export const notBegun = (startsAt: number) =>
  new Problem("invalid_state", `It has not begun: it does at ${toIso(startsAt)}.`, {
    errors: [{ pointer: "/path/id", detail: "say so once it has begun" }],
  });
