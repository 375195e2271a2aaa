import type { AskKind } from "@kith/core";
import type { Context } from "../../context.ts";
import { decodeCursor, encodeCursor, idInCursor, listName, page } from "../../http/cursor.ts";
import { toId } from "../../http/ids.ts";
import { readerOf } from "../helping/addressed-to.ts";
import { listAddressed } from "../helping/list-addressed.ts";
import { sideOfNobody } from "../helping/refusals.ts";
import { requirePerson } from "../people/person-refs.ts";
import { listOffers as read } from "./queries.ts";
import { addressed, type ShownOffer, showOffers } from "./shown-offers.ts";

export interface OfferQuery {
  person?: string;
  side?: "own" | "others";
  state?: "open" | "expired";
  kind?: AskKind;
  limit: number;
  cursor?: string;
}

/** What a person may know of: their own offers, and those that others make to them. */
export async function listOffers(
  ctx: Context,
  { cursor, limit, person, ...filter }: OfferQuery,
): Promise<{ data: ShownOffer[]; nextCursor: string | null }> {
  const named = person === undefined ? null : await requirePerson(ctx.tx, person, "?person");
  const reader = readerOf(ctx, named);
  if (reader === null && filter.side) throw sideOfNobody();
  const list = listName("offers.list", { ...filter, person });
  const [last] = cursor ? decodeCursor(list, cursor, ["string"]) : [null];
  const before = last === null ? null : idInCursor("offer", last);
  const found = await listAddressed(
    ctx,
    reader,
    { before, limit: limit + 1 },
    async (from, count) => {
      const query = { ...filter, reader, at: ctx.now, before: from, limit: count };
      return (await read(ctx.tx, query)).map((offer) => addressed(offer, ctx.now));
    },
  );
  const cursorOf = ({ id }: { id: string }) => encodeCursor(list, [toId("offer", id)]);
  const { data, nextCursor } = page(found, limit, cursorOf);
  return { data: await showOffers(ctx, reader, data), nextCursor };
}
