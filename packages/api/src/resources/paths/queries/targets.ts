import { people, type TenantTx } from "@kith/db";
import { and, eq, sql } from "drizzle-orm";
import type { Position } from "../../people/profile.ts";

export interface Key {
  kind: "organization" | "title" | "skill";
  key: string;
}

/** Who has all of some search keys, longest known first. */
export async function findByKeys(
  tx: TenantTx,
  keys: readonly Key[],
  limit: number,
): Promise<string[]> {
  const sets = keys.map(
    ({ kind, key }) => sql`
      select person_id from kith.person_search_keys
      where tenant_id = ${tx.tenantId} and kind = ${kind} and key = ${key}`,
  );
  const rows = await tx.execute<{ person_id: string }>(
    sql`${sql.join(sets, sql` intersect `)} order by person_id limit ${limit}`,
  );
  return rows.map(({ person_id }) => person_id);
}

export async function readPositions(
  tx: TenantTx,
  ids: readonly string[],
): Promise<Map<string, Position[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: people.id, positions: people.positions })
    .from(people)
    .where(
      and(
        eq(people.tenantId, tx.tenantId),
        sql`${people.id} = any(${sql.param([...ids])}::uuid[])`,
      ),
    );
  return new Map(rows.map(({ id, positions }) => [id, positions as Position[]]));
}
