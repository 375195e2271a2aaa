import {
  dayOf,
  type HealthFacts,
  healthOverview,
  healthReadings,
  type Instant,
  type Overview,
  type OverviewPerson,
  organizationsOn,
  startOfDay,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { modelOf } from "../model/tenant-model.ts";
import { drawPeople, heldPositions, readProfiles } from "./queries/people.ts";
import { readHealthFacts } from "./read-facts.ts";

/** How many people an overview looks at, and how many of each one's strongest ties. */
export const overviewDraw = { people: 200, ties: 300, atATime: 50 };

export interface TenantOverview extends Overview {
  at: Instant;
  model: string;
  sampled: boolean;
}

/**
 * How the networks of a tenant are doing, in figures about many only. As of the last midnight, so
 * that asking before and after something happened shows nothing of it.
 */
export async function getOverview(ctx: Context): Promise<TenantOverview> {
  const at = startOfDay(dayOf(ctx.now));
  const { constants: model, name } = modelOf(ctx.tenant);
  const drawn = await drawPeople(ctx.tx, overviewDraw.people + 1);
  const ids = drawn.slice(0, overviewDraw.people);
  const groups = await organizationsOf(ctx, ids, at);
  const people: OverviewPerson[] = [];
  // In parts, so that what is held in memory at once stays small.
  for (let start = 0; start < ids.length; start += overviewDraw.atATime) {
    const part = ids.slice(start, start + overviewDraw.atATime);
    const facts = await readHealthFacts(ctx.tx, {
      people: part,
      moments: [at],
      model,
      ties: overviewDraw.ties,
      viewOf: () => Promise.resolve((_, profile) => profile),
    });
    for (const each of facts) people.push(personOf(each, groups, at, model));
  }
  const sampled = drawn.length > ids.length;
  return { ...healthOverview(people), at, model: name, sampled };
}

const personOf = (
  facts: HealthFacts,
  groups: ReadonlyMap<string, string>,
  at: Instant,
  model: Parameters<typeof healthReadings>[2],
): OverviewPerson => ({
  group: groups.get(facts.person) ?? null,
  readings: healthReadings(facts, at, model),
});

/** One organization of each person, the first that they hold a position in: nobody counts twice. */
async function organizationsOf(
  { tx }: Context,
  ids: readonly string[],
  at: Instant,
): Promise<Map<string, string>> {
  const spelling = new Map<string, string>();
  const found = new Map<string, string>();
  const profiles = await readProfiles(tx, ids);
  for (const id of ids) {
    const [first] = organizationsOn(heldPositions(profiles.get(id)?.positions ?? []), dayOf(at));
    if (first === undefined) continue;
    const key = first.trim().toLowerCase();
    if (!spelling.has(key)) spelling.set(key, first);
    found.set(id, spelling.get(key) ?? first);
  }
  return found;
}
