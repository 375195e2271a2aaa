import type { Context } from "../../context.ts";
import { decodeCursor, encodeCursor, idInCursor, listName, page } from "../../http/cursor.ts";
import { toId } from "../../http/ids.ts";
import { fromIso } from "../../http/time.ts";
import { readerOf } from "../helping/addressed-to.ts";
import { requirePerson } from "../people/person-refs.ts";
import type { ShownGathering } from "./find-gathering.ts";
import { readResponses } from "./queries/attendees.ts";
import { listGatherings as read } from "./queries/gatherings.ts";

export interface GatheringQuery {
  person?: string;
  since?: string;
  until?: string;
  limit: number;
  cursor?: string;
}

/** Gatherings in the order in which they begin; with a person those that the person finds. */
export async function listGatherings(
  ctx: Context,
  { person, since, until, limit, cursor }: GatheringQuery,
): Promise<{ data: ShownGathering[]; nextCursor: string | null }> {
  const named = person === undefined ? null : await requirePerson(ctx.tx, person, "?person");
  const reader = readerOf(ctx, named);
  const list = listName("gatherings.list", { person, since, until });
  const [startsAt, id] = cursor ? decodeCursor(list, cursor, ["instant", "string"]) : [null, null];
  const rows = await read(ctx.tx, {
    reader,
    since: since === undefined ? undefined : fromIso(since),
    until: until === undefined ? undefined : fromIso(until),
    after: startsAt === null ? null : { startsAt, id: idInCursor("gathering", String(id)) },
    limit: limit + 1,
  });
  const { data, nextCursor } = page(rows, limit, (last) =>
    encodeCursor(list, [last.startsAt, toId("gathering", last.id)]),
  );
  const ids = data.map((gathering) => gathering.id);
  const answered = reader === null ? new Map() : await readResponses(ctx.tx, reader, ids);
  return {
    data: data.map((one) => ({ ...one, response: answered.get(one.id) ?? null })),
    nextCursor,
  };
}
