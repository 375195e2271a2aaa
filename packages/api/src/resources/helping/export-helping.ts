import type { Context } from "../../context.ts";
import { listAsks } from "../asks/queries.ts";
import { showAsks } from "../asks/shown-asks.ts";
import { toBody as toAsk } from "../asks/to-body.ts";
import { listGoals } from "../goals/queries.ts";
import { showGoals } from "../goals/shown-goals.ts";
import { toBody as toGoal } from "../goals/to-body.ts";
import { listOffers } from "../offers/queries.ts";
import { showOffers } from "../offers/shown-offers.ts";
import { toBody as toOffer } from "../offers/to-body.ts";
import type { ExportedHelping } from "./export-schemas.ts";

const most = 10_000;

/** What a person asked for, offered and worked towards, for the export of all that is held on them. */
export async function exportHelping(ctx: Context, personId: string): Promise<ExportedHelping> {
  const query = { reader: personId, side: "own", at: ctx.now, before: null, limit: most } as const;
  const [asks, offers, goals] = [
    await listAsks(ctx.tx, query),
    await listOffers(ctx.tx, query),
    await listGoals(ctx.tx, query),
  ];
  return {
    asks: (await showAsks(ctx, personId, asks)).map(toAsk),
    offers: (await showOffers(ctx, personId, offers)).map(toOffer),
    goals: (await showGoals(ctx, personId, goals)).map(toGoal),
  };
}
