import { type AskState, askState } from "@kith/core";
import type { Context } from "../../context.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { viewOfPerson } from "../frames/view.ts";
import { type Addressed, isOwnSide, type Reader } from "../helping/addressed-to.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import type { StoredGoal } from "./queries.ts";

/** A goal as its reader may know of it. */
export interface ShownGoal extends Omit<StoredGoal, "personId" | "people" | "targetPersonId"> {
  person: PersonBrief;
  targetPerson: PersonBrief | null;
  state: AskState;
  people: string[] | null;
}

export const goalState = (
  { closedAt, untilAt }: Pick<StoredGoal, "closedAt" | "untilAt">,
  at: number,
): AskState => askState({ closedAt, expiresAt: untilAt }, at);

/** For `addressedTo`: who can't find the person whom it is about can't know of the goal. */
export const addressed = <T extends StoredGoal>(goal: T, at: number): T & Addressed => ({
  ...goal,
  isLive: goalState(goal, at) === "open",
  mentions: goal.targetPersonId === null ? [] : [goal.targetPersonId],
});

export async function showGoals(
  ctx: Context,
  reader: Reader,
  goals: readonly StoredGoal[],
): Promise<ShownGoal[]> {
  const named = [
    ...new Set(
      goals.flatMap(({ personId, targetPersonId: id }) => (id ? [personId, id] : [personId])),
    ),
  ];
  const view = reader === null ? undefined : await viewOfPerson(ctx, reader, named);
  const briefs = await showBriefs(ctx, named, view);
  const brief = (id: string) => briefs.get(id) ?? { id, externalId: null, name: null };
  return goals.map(({ personId, targetPersonId, people, note, outcome, ...goal }) => {
    const isOwn = isOwnSide(reader, personId);
    return {
      ...goal,
      person: brief(personId),
      targetPerson: targetPersonId === null ? null : brief(targetPersonId),
      state: goalState(goal, ctx.now),
      people: isOwn ? people : null,
      note: isOwn ? note : null,
      outcome: isOwn ? outcome : null,
    };
  });
}
