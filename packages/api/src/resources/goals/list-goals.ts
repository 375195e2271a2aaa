import type { AskState, GoalKind } from "@kith/core";
import type { Context } from "../../context.ts";
import { type AddressedQuery, listAddressed } from "../helping/list-addressed.ts";
import { listGoals as read } from "./queries.ts";
import { addressed, showGoals } from "./shown-goals.ts";

export interface GoalQuery extends AddressedQuery {
  state?: AskState;
  kind?: GoalKind;
}

/** What a person may know of: their own goals, and those that others let them know. */
export const listGoals = (ctx: Context, query: GoalQuery) =>
  listAddressed(ctx, query, {
    kind: "goal",
    read: async (tx, filter) =>
      (await read(tx, { ...filter, at: ctx.now })).map((goal) => addressed(goal, ctx.now)),
    show: showGoals,
  });
