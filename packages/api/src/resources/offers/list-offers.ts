import type { AskKind } from "@kith/core";
import type { Context } from "../../context.ts";
import { type AddressedQuery, listAddressed } from "../helping/list-addressed.ts";
import { listOffers as read } from "./queries.ts";
import { addressed, showOffers } from "./shown-offers.ts";

export interface OfferQuery extends AddressedQuery {
  state?: "open" | "expired";
  kind?: AskKind;
}

/** What a person may know of: their own offers, and those that others make to them. */
export const listOffers = (ctx: Context, query: OfferQuery) =>
  listAddressed(ctx, query, {
    kind: "offer",
    read: async (tx, filter) =>
      (await read(tx, { ...filter, at: ctx.now })).map((offer) => addressed(offer, ctx.now)),
    show: showOffers,
  });
