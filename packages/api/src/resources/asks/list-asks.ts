import type { AskKind, AskState } from "@kith/core";
import type { Context } from "../../context.ts";
import { type AddressedQuery, listAddressed } from "../helping/list-addressed.ts";
import { listAsks as read } from "./queries.ts";
import { addressed, showAsks } from "./shown-asks.ts";

export interface AskQuery extends AddressedQuery {
  state?: AskState;
  kind?: AskKind;
}

/** What a person may know of: their own asks, and those that others address to them. */
export const listAsks = (ctx: Context, query: AskQuery) =>
  listAddressed(ctx, query, {
    kind: "ask",
    read: async (tx, filter) =>
      (await read(tx, { ...filter, at: ctx.now })).map((ask) => addressed(ask, ctx.now)),
    show: showAsks,
  });
