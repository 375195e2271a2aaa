import type { TenantTx } from "@kith/db";
import { type SQL, sql } from "drizzle-orm";
import type { Position } from "../../people/profile.ts";

export interface Key {
  kind: "organization" | "title" | "skill";
  key: string;
}

function byKeys(tx: TenantTx, keys: readonly Key[], limit: number): SQL {
  const sets = keys.map(
    ({ kind, key }) => sql`
      select person_id from kith.person_search_keys
      where tenant_id = ${tx.tenantId} and kind = ${kind} and key = ${key}`,
  );
  return sql`${sql.join(sets, sql` intersect `)} order by person_id limit ${limit}`;
}

/** Who has all of some search keys, longest known first. */
export async function findByKeys(
  tx: TenantTx,
  keys: readonly Key[],
  limit: number,
): Promise<string[]> {
  const rows = await tx.execute<{ person_id: string }>(byKeys(tx, keys, limit));
  return rows.map(({ person_id }) => person_id);
}

/** The same with the positions that they hold or held. */
export async function findPositionsByKeys(
  tx: TenantTx,
  keys: readonly Key[],
  limit: number,
): Promise<Map<string, Position[]>> {
  const rows = await tx.execute<{ id: string; positions: Position[] }>(sql`
    select people.id, positions from (${byKeys(tx, keys, limit)}) as found
    join kith.people on people.tenant_id = ${tx.tenantId} and people.id = found.person_id
    order by people.id`);
  return new Map(rows.map(({ id, positions }) => [id, positions]));
}
