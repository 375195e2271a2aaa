import { personSearchKeys, type TenantTx } from "@kith/db";
import { and, eq, sql } from "drizzle-orm";
import type { WantedKey } from "../search-keys.ts";

/** Who has a search key (an address, an organization, a skill, a title), longest known first. */
export async function findBySearchKey(tx: TenantTx, { kind, key }: WantedKey): Promise<string[]> {
  const rows = await tx
    .select({ id: personSearchKeys.personId })
    .from(personSearchKeys)
    .where(
      and(
        eq(personSearchKeys.tenantId, tx.tenantId),
        eq(personSearchKeys.kind, kind),
        eq(personSearchKeys.key, key),
      ),
    )
    .orderBy(personSearchKeys.personId);
  return rows.map(({ id }) => id);
}

/** Who has any of some search keys: of each key the longest known, so many at most; key by key. */
export async function findByAnySearchKey(
  tx: TenantTx,
  keys: readonly WantedKey[],
  mostOfEach: number,
): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const [kinds, texts] = [
    sql.param(keys.map(({ kind }) => kind)),
    sql.param(keys.map(({ key }) => key)),
  ];
  const rows = await tx.execute<{ person_id: string }>(sql`
    select found.person_id
    from unnest(${kinds}::text[], ${texts}::text[]) with ordinality as given (kind, key, place)
    cross join lateral (
      select person_id from kith.person_search_keys as known
      where known.tenant_id = ${tx.tenantId}::uuid and known.kind = given.kind
        and known.key = given.key
      order by person_id limit ${mostOfEach}) as found
    order by given.place, found.person_id`);
  return new Set(rows.map(({ person_id }) => person_id));
}
