import { parseObject, toObjectRef } from "../../changes/object-ref.ts";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { decodeCursor, encodeCursor, listName, page } from "../../http/cursor.ts";
import { parseId, toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { readEntries, type StoredEntry } from "./queries.ts";
import type { AuditEntryBody, AuditEntryQuery } from "./schemas.ts";

/** A page of audit entries, newest first. */
export async function listEntries(ctx: Context, query: AuditEntryQuery) {
  const { object, actor, cursor, limit = 50 } = query;
  const list = listName("auditEntries.list", query);
  const rows = await readEntries(ctx.tx, {
    before: cursor === undefined ? null : placeOf(list, cursor),
    objectId: object === undefined ? null : parseObject(object),
    actorId: actor === undefined ? null : parseActor(actor),
    limit: limit + 1,
  });
  const { data, nextCursor } = page(rows, limit, ({ xid, seq }) => encodeCursor(list, [xid, seq]));
  return { data: data.map(toBody), nextCursor };
}

const toBody = (entry: StoredEntry): AuditEntryBody => ({
  id: toId("auditEntry", entry.id),
  recordedAt: toIso(entry.recordedAt),
  actor: toActor(entry),
  operation: entry.operation,
  outcome: entry.outcome as AuditEntryBody["outcome"],
  object: toObjectRef(entry),
  objectCount: entry.objectCount,
  requestId: entry.requestId,
});

function toActor({ actorKind, actorId }: StoredEntry): AuditEntryBody["actor"] {
  const kind = actorKind as AuditEntryBody["actor"]["kind"];
  const id = actorId === null ? null : toId(kind === "member" ? "person" : "apiKey", actorId);
  return { kind, id };
}

function parseActor(text: string): string {
  const id = parseId("apiKey", text) ?? parseId("person", text);
  if (id !== null) return id;
  throw new Problem("invalid_id", `"${text}" names nobody who can do something.`, {
    errors: [{ pointer: "?actor", detail: "must be the id of a key or of a person" }],
  });
}

function placeOf(list: string, cursor: string): { xid: string; seq: number } {
  const [xid, seq] = decodeCursor(list, cursor, ["string", "number"] as const);
  if (/^\d{1,19}$/.test(xid) && Number.isSafeInteger(seq) && seq >= 0) return { xid, seq };
  throw new Problem("invalid_cursor", "The cursor is not one that this list gave.", {
    errors: [{ pointer: "?cursor", detail: "pass `nextCursor` of the page before, unchanged" }],
  });
}
