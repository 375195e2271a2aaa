import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { requireMatch } from "../../http/etag.ts";
import { given, storedAudience } from "../helping/given.ts";
import { writeNamed } from "../helping/queries/owned.ts";
import { readAudience } from "../helping/read-audience.ts";
import { isClosed, isOver } from "../helping/refusals.ts";
import { readTarget, requireRoom, requireUntil } from "./create-goal.ts";
import { holdOwnGoal } from "./get-goal.ts";
import { type StoredGoal, updateGoal as write } from "./queries.ts";
import type { GoalClosing, GoalPatch } from "./schemas.ts";
import { goalState } from "./shown-goals.ts";

/** Its owner sharpens a goal, tells others of it, or gives it more time. */
export async function updateGoal(
  ctx: Context,
  { id, change, ifMatch }: { id: string; change: GoalPatch; ifMatch: string | undefined },
): Promise<StoredGoal> {
  const { tx, now } = ctx;
  const goal = await holdOwnGoal(ctx, { id, by: change.by });
  requireMatch(ifMatch, goal.revision);
  if (goal.closedAt !== null) throw isClosed("goal");
  const { by: _, audience, until, target, ...fields } = change;
  const addressed = audience ? await readAudience(ctx, goal.personId, audience) : null;
  const untilAt = requireUntil(until, now);
  const changed = {
    ...goal,
    ...given(fields),
    ...(addressed && storedAudience(addressed)),
    ...(target && (await readTarget(ctx, goal.personId, target))),
    untilAt: untilAt === undefined ? goal.untilAt : untilAt,
    revision: goal.revision + 1,
    updatedAt: now,
  };
  if (goalState(changed, now) === "expired") throw isOver("goal", "until");
  if (goalState(goal, now) === "expired") await requireRoom(ctx, goal.personId);
  await write(tx, changed);
  if (addressed) await writeNamed(tx, "goal", goal.id, addressed.people);
  await recordChange(ctx, {
    type: "goal.updated",
    id: goal.id,
    sequence: changed.revision,
    data: { fields: Object.keys(change).filter((field) => field !== "by") },
  });
  return changed;
}

/** Its owner reached it, or let it go. */
export async function closeGoal(
  ctx: Context,
  { id, closing }: { id: string; closing: GoalClosing },
): Promise<StoredGoal> {
  const { tx, now } = ctx;
  const goal = await holdOwnGoal(ctx, { id, by: closing.by });
  if (goal.closedAt !== null) throw isClosed("goal");
  const closed = {
    ...goal,
    closedAt: now,
    outcome: closing.outcome,
    note: closing.note === undefined ? goal.note : closing.note,
    revision: goal.revision + 1,
    updatedAt: now,
  };
  await write(tx, closed);
  await recordChange(ctx, {
    type: "goal.closed",
    id: goal.id,
    sequence: closed.revision,
    data: { outcome: closing.outcome },
  });
  return closed;
}
