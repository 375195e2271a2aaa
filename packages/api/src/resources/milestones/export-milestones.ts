import type { Context } from "../../context.ts";
import { showMilestones } from "./list-milestones.ts";
import { readMilestonesOf } from "./queries.ts";
import type { MilestoneBody } from "./schemas.ts";
import { toBody } from "./to-body.ts";

/** A person's own milestones, as the person sees them. */
export async function exportMilestones(ctx: Context, person: string): Promise<MilestoneBody[]> {
  const stored = await readMilestonesOf(ctx.tx, person);
  return (await showMilestones(ctx, person, stored)).map((shown) => toBody(shown, ctx.now));
}
