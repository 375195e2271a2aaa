import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { requireId } from "../../http/ids.ts";
import { addressedTo, readerOf } from "../helping/addressed-to.ts";
import { requirePerson } from "../people/person-refs.ts";
import { readGoal, type StoredGoal } from "./queries.ts";
import { addressed } from "./shown-goals.ts";

/** A goal that who asks may know of. */
export async function getGoal(ctx: Context, text: string): Promise<StoredGoal> {
  const stored = await readGoal(ctx.tx, requireId("goal", text, "/path/id"));
  if (!stored) throw notFound();
  const [goal] = await addressedTo(ctx, readerOf(ctx), [addressed(stored, ctx.now)]);
  if (!goal) throw notFound();
  return goal;
}

/** A goal of the person who acts, locked; anybody else's is as one that never was. */
export async function holdOwnGoal(
  ctx: Context,
  { id: text, by }: { id: string; by: string },
): Promise<StoredGoal> {
  const id = requireId("goal", text, "/path/id");
  const personId = await requirePerson(ctx.tx, by, "/by");
  const goal = await readGoal(ctx.tx, id, "change");
  if (!goal || goal.personId !== personId) throw notFound();
  return goal;
}
