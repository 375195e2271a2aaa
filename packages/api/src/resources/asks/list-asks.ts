import type { AskKind, AskState } from "@kith/core";
import type { Context } from "../../context.ts";
import { decodeCursor, encodeCursor, idInCursor, listName, page } from "../../http/cursor.ts";
import { toId } from "../../http/ids.ts";
import { readerOf } from "../helping/addressed-to.ts";
import { listAddressed } from "../helping/list-addressed.ts";
import { sideOfNobody } from "../helping/refusals.ts";
import { requirePerson } from "../people/person-refs.ts";
import { listAsks as read } from "./queries.ts";
import { addressed, type ShownAsk, showAsks } from "./shown-asks.ts";

export interface AskQuery {
  person?: string;
  side?: "own" | "others";
  state?: AskState;
  kind?: AskKind;
  limit: number;
  cursor?: string;
}

/** What a person may know of: their own asks, and those that others address to them. */
export async function listAsks(
  ctx: Context,
  { cursor, limit, person, ...filter }: AskQuery,
): Promise<{ data: ShownAsk[]; nextCursor: string | null }> {
  const named = person === undefined ? null : await requirePerson(ctx.tx, person, "?person");
  const reader = readerOf(ctx, named);
  if (reader === null && filter.side) throw sideOfNobody();
  const list = listName("asks.list", { ...filter, person });
  const [last] = cursor ? decodeCursor(list, cursor, ["string"]) : [null];
  const before = last === null ? null : idInCursor("ask", last);
  const found = await listAddressed(
    ctx,
    reader,
    { before, limit: limit + 1 },
    async (from, count) =>
      (await read(ctx.tx, { ...filter, reader, at: ctx.now, before: from, limit: count })).map(
        (ask) => addressed(ask, ctx.now),
      ),
  );
  const { data, nextCursor } = page(found, limit, ({ id }) =>
    encodeCursor(list, [toId("ask", id)]),
  );
  return { data: await showAsks(ctx, reader, data), nextCursor };
}
