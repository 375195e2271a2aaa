import type { HelperReason } from "@kith/core";
import type { Context } from "../../context.ts";
import { circleOf } from "../helping/circle-of.ts";
import { type FoundHelper, findHelpers } from "../helping/find-helpers.ts";
import { pathsTo } from "../helping/paths-to.ts";
import { needsOf } from "../ways-to-help/collect-ways.ts";
import type { StoredGoal } from "./queries.ts";

export interface GoalSupport {
  /** Of the circle, the best first. */
  helpers: FoundHelper[];
  /** Beyond it, each with who leads there, from the owner on. */
  beyond: { person: string; through: string[] }[];
}

const most = 20;

const speaksForThem = ({ code }: HelperReason) => code === "knows" || code === "offers";

/** Who can help somebody with a goal, in their circle and beyond. */
export async function findSupport(ctx: Context, goal: StoredGoal): Promise<GoalSupport> {
  if (goal.targetPersonId !== null) return wayTo(ctx, goal.personId, goal.targetPersonId);
  const needs = { ...needsOf(goal), kind: "information" as const };
  const found = await findHelpers(ctx, goal.personId, needs, 3 * most);
  const able = found.filter(({ reasons }) => reasons.some(speaksForThem));
  const isDirect = ({ through }: FoundHelper) => through.length === 0;
  return {
    helpers: able.filter(isDirect).slice(0, most),
    beyond: able
      .filter((helper) => !isDirect(helper))
      .slice(0, most)
      .map(({ person, through }) => ({ person, through })),
  };
}

/** To know somebody: nobody is needed where a tie is there; else whoever leads there. */
async function wayTo(ctx: Context, owner: string, target: string): Promise<GoalSupport> {
  const { ties, atRest } = await circleOf(ctx, owner);
  const tie = ties.get(target);
  if (tie) return { helpers: [helperOf(tie.to, tie.measures.band)], beyond: [] };
  if (atRest.has(target)) return { helpers: [], beyond: [] };
  const path = (await pathsTo(ctx, owner, new Set([target]))).get(target);
  const through = path?.people.slice(1, -1) ?? [];
  const introducer = through[0] === undefined ? undefined : ties.get(through[0]);
  return {
    helpers: introducer ? [helperOf(introducer.to, introducer.measures.band)] : [],
    beyond: path ? [{ person: target, through }] : [],
  };
}

const helperOf = (person: string, band: "core" | "active" | "fading" | "dormant" | "none") => ({
  ...{ person, score: 1, capability: 1, willingness: 1, warmth: 1, load: 1, through: [] },
  reasons: [{ code: "inTouch" as const, band }],
});
