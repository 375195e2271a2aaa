import { type HealthFacts, type Instant, limitOf, type Model, structuralAlters } from "@kith/core";
import type { TenantTx } from "@kith/db";
import { toIso } from "../../http/time.ts";
import { readStrongestTies } from "../paths/queries/expand.ts";
import { readDaysBetween } from "./queries/days-between.ts";
import { readTypedLogs } from "./queries/logs.ts";
import {
  heldPositions,
  type Profile,
  readOwnDeclarations,
  readProfiles,
} from "./queries/people.ts";

/** Of a person with more ties than this the strongest are read. */
export const mostTies = 2000;

export interface FactsAsked {
  people: readonly string[];
  /** The moments at which the facts will be looked at; nothing after the first is read. */
  moments: readonly [Instant, ...Instant[]];
  model: Model;
  ties: number;
  /** How the profiles of some people may be used. */
  viewOf(ids: readonly string[]): Promise<(id: string, profile: Profile) => Profile>;
}

/** The facts of some people's networks, in their order: five statements, however many. */
export async function readHealthFacts(
  tx: TenantTx,
  { people, moments, model, ties: most, viewOf }: FactsAsked,
): Promise<HealthFacts[]> {
  // Nothing happened before 1970, and PostgreSQL knows no year 0.
  const until = Math.max(0, moments[0]);
  const ties = await readStrongestTies(tx, [{ people, ties: most }]);
  const stretchDays = limitOf("quarterDays");
  const logs = await readTypedLogs(tx, ties, { until, stretchDays });
  const declared = await readOwnDeclarations(tx, people);
  const everybody = [...new Set([...people, ...ties.map(({ to }) => to)])];
  const show = await viewOf(everybody);
  const profiles = await readProfiles(tx, everybody);
  const shown = new Map(
    [...profiles].map(([id, profile]) => {
      const { skills, interests, positions } = show(id, profile);
      return [id, { facets: { skills, goals: interests }, positions: heldPositions(positions) }];
    }),
  );
  const altersOf = new Map(people.map((person) => [person, [] as HealthFacts["alters"][number][]]));
  for (const [index, { from, to }] of ties.entries()) {
    const declaration = declared.get(from)?.get(to);
    altersOf.get(from)?.push({
      id: to,
      log: logs[index] ?? [],
      ...shown.get(to),
      ...(declaration ? { declared: declaration } : {}),
    });
  }
  const circles = people.map((person) =>
    structuralAlters(altersOf.get(person) ?? [], moments, model),
  );
  const between = await readDaysBetween(tx, circles, toIso(until).slice(0, 10));
  return people.map((person, index) => ({
    person,
    facets: shown.get(person)?.facets ?? {},
    alters: altersOf.get(person) ?? [],
    between: between[index] ?? [],
  }));
}
