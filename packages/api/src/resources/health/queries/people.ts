import type { HeldPosition } from "@kith/core";
import {
  isAny,
  parseDay,
  people,
  type StoredPosition,
  type TenantTx,
  tieDeclarations,
} from "@kith/db";
import { and, eq, sql } from "drizzle-orm";

/** What profiles say that health depends on. */
export interface Profile {
  skills: string[];
  interests: string[];
  positions: StoredPosition[];
}

export async function readProfiles(
  tx: TenantTx,
  ids: readonly string[],
): Promise<Map<string, Profile>> {
  if (ids.length === 0) return new Map();
  const { id, skills, interests, positions } = people;
  const rows = await tx
    .select({ id, skills, interests, positions })
    .from(people)
    .where(and(eq(people.tenantId, tx.tenantId), isAny(people.id, [...new Set(ids)])));
  return new Map(rows.map(({ id, ...profile }) => [id, profile]));
}

/** Positions in days; one of which only the month or year is known lasts from its first to its last day. */
export const heldPositions = (positions: readonly StoredPosition[]): HeldPosition[] =>
  positions.map(({ organization, from, to }) => ({
    organization,
    from: from ? parseDay(firstDay(from)) : null,
    to: to ? lastDay(to) : null,
  }));

const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);

function lastDay(date: string) {
  if (date.length >= 10) return parseDay(date);
  const [year = 0, month = 12] = date.split("-").map(Number);
  const next =
    month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  return parseDay(next) - 1;
}

export interface HealthDeclaration {
  roles: string[];
  context: "professional" | "personal" | "both" | null;
  paused: boolean;
  maxDays: number | null;
}

/** What some people declared of their ties, by who declared and of whom. */
export async function readOwnDeclarations(
  tx: TenantTx,
  from: readonly string[],
): Promise<Map<string, Map<string, HealthDeclaration>>> {
  const own = new Map<string, Map<string, HealthDeclaration>>(from.map((id) => [id, new Map()]));
  if (from.length === 0) return own;
  const { fromId, toId, roles, context, paused, cadenceIdealDays, cadenceMaxDays } =
    tieDeclarations;
  const rows = await tx
    .select({ fromId, toId, roles, context, paused, cadenceIdealDays, cadenceMaxDays })
    .from(tieDeclarations)
    .where(and(eq(tieDeclarations.tenantId, tx.tenantId), isAny(fromId, from)));
  for (const row of rows) {
    const { roles, context, paused } = row;
    // Who named an ideal only accepts twice as long before it is worth a word.
    const ideal = row.cadenceIdealDays === null ? null : 2 * row.cadenceIdealDays;
    const maxDays = row.cadenceMaxDays ?? ideal;
    own.get(row.fromId)?.set(row.toId, { roles, context, paused, maxDays });
  }
  return own;
}

/**
 * Some people of the tenant: all of them where there are no more than asked for. Drawn by a hash of
 * the id, so that the draw is the same every time, and adding somebody moves one person at most.
 */
export async function drawPeople(tx: TenantTx, most: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from kith.people where tenant_id = ${tx.tenantId}
    order by md5(${tx.tenantId} || id::text), id limit ${most}`);
  return rows.map(({ id }) => id);
}
