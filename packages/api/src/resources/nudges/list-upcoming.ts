import { MS_PER_DAY, upcomingNudges } from "@kith/core";
import type { Context } from "../../context.ts";
import { localDay } from "../../local-time.ts";
import { modelOf } from "../model/tenant-model.ts";
import { readFacts } from "./facts/read-facts.ts";
import { findNudged } from "./find-nudged.ts";
import { type ShownNudge, showNudges } from "./list-nudges.ts";

/** As many as a calendar shows. */
const mostUpcoming = 200;

/** What becomes due, on the local day on which it does. */
export interface UpcomingNudge extends ShownNudge {
  /** Days since 1970-01-01. */
  day: number;
}

export interface Upcoming {
  person: string;
  zone: string;
  items: UpcomingNudge[];
}

/** What becomes due in some days from now on, what is due already today; no budget cuts it. */
export async function listUpcoming(
  ctx: Context,
  { person: ref, days }: { person: string; days: number },
): Promise<Upcoming> {
  const nudged = await findNudged(ctx, ref, "/path/person");
  const { person, zone, weekStartsAt, preferences } = nudged;
  const until = ctx.now + days * MS_PER_DAY;
  const facts = await readFacts(ctx, nudged, until + 2 * MS_PER_DAY);
  const moment = { at: ctx.now, weekStartsAt };
  const model = modelOf(ctx.tenant).constants;
  const coming = upcomingNudges(facts, moment, until, preferences, { model });
  const shown = await showNudges(ctx, person, coming.slice(0, mostUpcoming));
  const today = localDay(zone, ctx.now);
  const items = shown.map((nudge) => ({ ...nudge, day: dayOf(nudge) }));
  return { person, zone, items: items.sort((x, y) => x.day - y.day || (x.key < y.key ? -1 : 1)) };

  // A milestone stands on its own day, though the nudge comes the day before.
  function dayOf({ kind, evidence, openAt }: ShownNudge): number {
    const at = kind === "congratulate" ? (evidence.occurredAt ?? openAt) : openAt;
    return Math.max(today, localDay(zone, at));
  }
}
