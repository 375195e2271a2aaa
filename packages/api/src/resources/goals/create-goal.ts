import { type GoalKind, helpingLimits } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { newUuid } from "../../http/ids.ts";
import { storedAudience } from "../helping/given.ts";
import { writeNamed } from "../helping/queries/owned.ts";
import { findAsSeenBy, readAudience } from "../helping/read-audience.ts";
import { requireAhead } from "../helping/read-expiry.ts";
import { tooMany } from "../helping/refusals.ts";
import { requirePerson } from "../people/person-refs.ts";
import { countOpenGoals, insertGoal, type StoredGoal } from "./queries.ts";
import type { GoalInput } from "./schemas.ts";

/** A goal is one's own until one says for whom else it is. */
const unsaid = { to: "private" } as const;

const tenYears = 3653;

/** Somebody says what they work towards. */
export async function createGoal(ctx: Context, input: GoalInput): Promise<StoredGoal> {
  const { tx, now } = ctx;
  const personId = await requirePerson(tx, input.by, "/by");
  const target = await readTarget(ctx, personId, input.target);
  const audience = await readAudience(ctx, personId, input.audience ?? unsaid);
  await requireRoom(ctx, personId);
  const goal: StoredGoal = {
    id: newUuid(now),
    personId,
    ...storedAudience(audience),
    revision: 1,
    createdAt: now,
    updatedAt: now,
    ...target,
    title: input.title ?? null,
    note: input.note ?? null,
    untilAt: requireUntil(input.until, now) ?? null,
    closedAt: null,
    outcome: null,
  };
  await insertGoal(tx, goal);
  await writeNamed(tx, "goal", goal.id, goal.people);
  await recordChange(ctx, { type: "goal.created", id: goal.id, sequence: 1 });
  return goal;
}

/** Room for one more open goal. */
export async function requireRoom({ tx, now }: Context, personId: string): Promise<void> {
  if ((await countOpenGoals(tx, personId, now)) < helpingLimits.openGoals) return;
  throw tooMany(helpingLimits.openGoals, "open goals");
}

/** By when: null for no date, undefined where nothing is said. */
export const requireUntil = (
  until: string | null | undefined,
  now: number,
): number | null | undefined =>
  until === null ? null : requireAhead(until, now, "/until", tenYears);

export async function readTarget(
  ctx: Context,
  owner: string,
  given: GoalInput["target"],
): Promise<Pick<StoredGoal, "kind" | "target" | "targetPersonId">> {
  if ("person" in given) {
    const [targetPersonId] = await findAsSeenBy(ctx, owner, [given.person], () => "/target/person");
    if (targetPersonId === undefined) throw notFound();
    return { kind: "person", target: null, targetPersonId };
  }
  const [[kind, target] = []] = Object.entries(given) as [GoalKind, string][];
  return { kind: kind ?? "skill", target: target ?? "", targetPersonId: null };
}
