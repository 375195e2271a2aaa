import { type NudgePreferences, nudgeRules } from "@kith/core";
import type { Context } from "../../context.ts";
import { weekOf } from "../../local-time.ts";
import { requirePerson } from "../people/person-refs.ts";
import { readPeople } from "../people/queries.ts";
import type { Nudged } from "./facts/read-facts.ts";
import { readPreferences, type StoredPreferences } from "./queries/preferences.ts";

/** A person with how they want to be nudged, and the week they are in. */
export interface FoundNudged extends Nudged {
  weekEndsAt: number;
  preferences: NudgePreferences;
  stored: StoredPreferences;
}

/** The zone: as chosen for nudges, else of the profile, else UTC. */
export async function findNudged(ctx: Context, ref: string, pointer: string): Promise<FoundNudged> {
  const person = await requirePerson(ctx.tx, ref, pointer);
  const stored = await readPreferences(ctx.tx, person);
  const [profile] = stored.timeZone === null ? await readPeople(ctx.tx, [person]) : [];
  const zone = stored.timeZone ?? profile?.timeZone ?? "UTC";
  const week = weekOf(zone, ctx.now);
  return {
    person,
    zone,
    weekStartsAt: week.startsAt,
    weekEndsAt: week.endsAt,
    stored,
    preferences: {
      weeklyBudget: stored.weeklyBudget ?? nudgeRules.weeklyBudget,
      kindsOff: stored.kindsOff,
      cadences: stored.cadences,
    },
  };
}
