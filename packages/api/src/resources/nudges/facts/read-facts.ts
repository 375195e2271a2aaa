import { type Instant, MS_PER_DAY, type NudgeFacts, nudgeRules } from "@kith/core";
import type { Context } from "../../../context.ts";
import { readActions, type StoredAction } from "../queries/actions.ts";
import { readExchanges } from "../queries/exchanges.ts";
import { readEncounters } from "./encounters.ts";
import { readNudgeMilestones } from "./milestones.ts";
import { readNeeds } from "./needs.ts";
import { readNudgeTies } from "./ties.ts";

/** A person whose nudges are asked for, and where they are. */
export interface Nudged {
  person: string;
  zone: string;
  weekStartsAt: Instant;
}

/**
 * Everything that the nudges of a person are made of, one file for each source. `until`: how far
 * ahead milestones are looked for.
 */
export async function readFacts(
  ctx: Context,
  { person, zone, weekStartsAt }: Nudged,
  until: Instant = weekStartsAt + 9 * MS_PER_DAY,
): Promise<NudgeFacts & { actions: StoredAction[] }> {
  const ties = await readNudgeTies(ctx, person, weekStartsAt);
  const from = weekStartsAt - nudgeRules.congratulate.untilDays * MS_PER_DAY;
  return {
    person,
    ties,
    exchanges: await readExchanges(ctx.tx, { person, until: ctx.now, friction: true }),
    encounters: await readEncounters(ctx, person, ties, weekStartsAt),
    milestones: await readNudgeMilestones(ctx, person, zone, { from, until }),
    needs: await readNeeds(ctx, person),
    actions: await readActions(ctx.tx, person),
  };
}
