import { eventTypes } from "../../changes/change-types.ts";
import { parseObject, toObjectRef } from "../../changes/object-ref.ts";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { decodeCursor, encodeCursor, page } from "../../http/cursor.ts";
import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { readWindow } from "./queries/expire.ts";
import { type Place, readEvents, type StoredEvent } from "./queries/list.ts";
import type { EventBody, EventQuery } from "./schemas.ts";

/** A place in the feed is the same whatever is filtered: filters may change on the way. */
const list = "events.list";
const cursorOf = ({ xid, seq }: Place) => encodeCursor(list, [xid, seq]);

/** What happened after a place, oldest first. */
export async function listEvents(ctx: Context, query: EventQuery) {
  const { types, object, cursor, limit = 50 } = query;
  const rows = await readEvents(ctx.tx, {
    after: await placeAfter(ctx, cursor),
    types: types === undefined ? null : parseTypes(types),
    objectId: object === undefined ? null : parseObject(object),
    limit: limit + 1,
  });
  return page(rows.map(toBody), limit, (last) => last.cursor);
}

const toBody = (event: StoredEvent): EventBody => ({
  id: toId("event", event.id),
  type: event.type as EventBody["type"],
  object: toObjectRef(event),
  sequence: event.sequence,
  occurredAt: toIso(event.occurredAt),
  data: event.data,
  cursor: cursorOf(event),
});

/** Where to read on: without a cursor, where the feed begins. */
async function placeAfter({ tx }: Context, cursor: string | undefined): Promise<Place> {
  const window = await readWindow(tx);
  if (cursor === undefined) return window ?? { xid: "0", seq: 0 };
  const place = placeOf(cursor);
  if (window && isBefore(place, window)) {
    const since = toIso(window.keptFrom);
    throw new Problem(
      "cursor_expired",
      `Some events after this cursor are from before ${since} and no longer kept: read the state anew, then follow the feed without a cursor.`,
      { errors: [{ pointer: "?cursor", detail: `points to before ${since}` }] },
    );
  }
  return place;
}

const isBefore = (a: Place, b: Place): boolean =>
  BigInt(a.xid) < BigInt(b.xid) || (a.xid === b.xid && a.seq < b.seq);

function placeOf(cursor: string): Place {
  const [xid, seq] = decodeCursor(list, cursor, ["string", "number"] as const);
  if (/^\d{1,19}$/.test(xid) && Number.isSafeInteger(seq) && seq >= 0) return { xid, seq };
  throw new Problem("invalid_cursor", "The cursor is not one that this list gave.", {
    errors: [{ pointer: "?cursor", detail: "pass the `cursor` of an event, unchanged" }],
  });
}

function parseTypes(text: string): string[] {
  const types = [...new Set(text.split(","))];
  const unknown = types.find((type) => !(eventTypes as readonly string[]).includes(type));
  if (unknown === undefined) return types;
  throw new Problem("invalid_request", `"${unknown}" is not a type of event.`, {
    errors: [{ pointer: "?types", detail: `must be among ${eventTypes.join(", ")}` }],
  });
}
