import type { AskState, GoalKind } from "@kith/core";
import type { Context } from "../../context.ts";
import { decodeCursor, encodeCursor, idInCursor, listName, page } from "../../http/cursor.ts";
import { toId } from "../../http/ids.ts";
import { readerOf } from "../helping/addressed-to.ts";
import { listAddressed } from "../helping/list-addressed.ts";
import { sideOfNobody } from "../helping/refusals.ts";
import { requirePerson } from "../people/person-refs.ts";
import { listGoals as read } from "./queries.ts";
import { addressed, type ShownGoal, showGoals } from "./shown-goals.ts";

export interface GoalQuery {
  person?: string;
  side?: "own" | "others";
  state?: AskState;
  kind?: GoalKind;
  limit: number;
  cursor?: string;
}

/** What a person may know of: their own goals, and those that others let them know. */
export async function listGoals(
  ctx: Context,
  { cursor, limit, person, ...filter }: GoalQuery,
): Promise<{ data: ShownGoal[]; nextCursor: string | null }> {
  const named = person === undefined ? null : await requirePerson(ctx.tx, person, "?person");
  const reader = readerOf(ctx, named);
  if (reader === null && filter.side) throw sideOfNobody();
  const list = listName("goals.list", { ...filter, person });
  const [last] = cursor ? decodeCursor(list, cursor, ["string"]) : [null];
  const before = last === null ? null : idInCursor("goal", last);
  const found = await listAddressed(
    ctx,
    reader,
    { before, limit: limit + 1 },
    async (from, count) =>
      (await read(ctx.tx, { ...filter, reader, at: ctx.now, before: from, limit: count })).map(
        (goal) => addressed(goal, ctx.now),
      ),
  );
  const { data, nextCursor } = page(found, limit, ({ id }) =>
    encodeCursor(list, [toId("goal", id)]),
  );
  return { data: await showGoals(ctx, reader, data), nextCursor };
}
