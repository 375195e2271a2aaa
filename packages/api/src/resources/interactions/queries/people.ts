import { type TenantTx, uuids } from "@kith/db";
import { sql } from "drizzle-orm";

export interface LockedPerson {
  id: string;
  externalId: string | null;
}

const strength = { keyShare: sql`for key share`, update: sql`for update` };

/**
 * Locks people, in the order of ids so that two that lock the same people can't deadlock. The log
 * has no foreign keys: ingest holds `keyShare`, and what rewrites or erases a person's history
 * holds `update`, which waits for the ingest of that person and keeps more of it out.
 */
export async function lockPeople(
  tx: TenantTx,
  { ids, externalIds = [] }: { ids: readonly string[]; externalIds?: readonly string[] },
  lock: keyof typeof strength,
): Promise<LockedPerson[]> {
  if (ids.length + externalIds.length === 0) return [];
  const rows = await tx.execute(sql`
    select id, external_id as "externalId" from kith.people
    where tenant_id = ${tx.tenantId}::uuid
      and (id = any(${uuids(ids)}) or external_id = any(${sql.param(externalIds)}::text[]))
    order by id ${strength[lock]}`);
  return rows as unknown as LockedPerson[];
}

/** Creates nameless people; those that somebody else has created meanwhile are not answered. */
export async function insertNameless(
  tx: TenantTx,
  people: readonly { id: string; externalId: string }[],
  now: string,
): Promise<LockedPerson[]> {
  const rows = await tx.execute(sql`
    insert into kith.people (tenant_id, id, external_id, created_at, updated_at)
    select ${tx.tenantId}::uuid, id, external_id, ${now}::timestamptz, ${now}::timestamptz
    from unnest(
      ${sql.param(people.map(({ id }) => id))}::uuid[],
      ${sql.param(people.map(({ externalId }) => externalId))}::text[]
    ) as given (id, external_id)
    order by external_id
    on conflict (tenant_id, external_id) do nothing
    returning id, external_id as "externalId"`);
  return rows as unknown as LockedPerson[];
}

/** Who the names of merged people lead to now: `id:…` or `ext:…` -> the survivor's id. */
export async function findSurvivors(
  tx: TenantTx,
  aliases: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.execute(sql`
    select alias, person_id as id from kith.person_aliases
    where tenant_id = ${tx.tenantId}::uuid and alias = any(${sql.param(aliases)}::text[])`);
  const found = rows as unknown as { alias: string; id: string }[];
  return new Map(found.map(({ alias, id }) => [alias, id]));
}
