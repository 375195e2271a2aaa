import { type TenantTx, uuids } from "@kith/db";
import { sql } from "drizzle-orm";

const tenant = (tx: TenantTx) => sql`${tx.tenantId}::uuid`;
/**
 * Everybody who shares an interaction with a person, voided ones too. The log has an index by
 * sender only, so who sent something to the person is asked of each person: one probe each.
 */
export async function findAlters(tx: TenantTx, id: string): Promise<string[]> {
  const rows = await tx.execute(sql`
    select to_id as id from kith.interactions
    where tenant_id = ${tenant(tx)} and from_id = ${id}::uuid
    union
    select sender.id from kith.people as sender
    cross join lateral (
      select from kith.interactions
      where tenant_id = ${tenant(tx)} and from_id = sender.id and to_id = ${id}::uuid
      limit 1
    ) as sent
    where sender.tenant_id = ${tenant(tx)}
    order by id`);
  return (rows as unknown as { id: string }[]).map((row) => row.id);
}

/** Deletes a person from the log; other recipients of the same interactions stay. */
export async function deleteFromLog(
  tx: TenantTx,
  id: string,
  alters: readonly string[],
): Promise<{ interactions: number }> {
  const [sent] = await tx.execute(sql`
    with gone as (
      delete from kith.interactions
      where tenant_id = ${tenant(tx)} and from_id = ${id}::uuid
      returning id
    )
    select count(distinct id)::int as count from gone`);
  const [received] = await tx.execute(sql`
    with gone as (
      delete from kith.interactions
      where tenant_id = ${tenant(tx)} and from_id = any(${uuids(alters)}) and to_id = ${id}::uuid
      returning id, ordinal
    )
    select count(*)::int as count,
      coalesce(array_agg(id) filter (where ordinal = 0), '{}') as beheaded
    from gone`);
  const { count, beheaded } = received as { count: number; beheaded: string[] };
  await promoteRecipients(tx, beheaded);
  return { interactions: (sent as { count: number }).count + count };
}

/**
 * Makes the lowest remaining row of each interaction its first: the first row is the one that
 * holds the external id in the unique index.
 */
export async function promoteRecipients(tx: TenantTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    update kith.interactions as stored set ordinal = 0
    from (
      select id, min(ordinal) as ordinal from kith.interactions
      where tenant_id = ${tenant(tx)} and id = any(${uuids(ids)})
      group by id
    ) as lowest
    where stored.tenant_id = ${tenant(tx)} and stored.id = lowest.id
      and stored.ordinal = lowest.ordinal and lowest.ordinal > 0`);
}

export interface TraceCounts {
  relationships: number;
  contactDays: number;
  declarations: number;
  aliases: number;
}

/** How much is kept about a person beside profile and log. */
export async function countTraces(
  tx: TenantTx,
  id: string,
  alters: readonly string[],
): Promise<TraceCounts> {
  const person = sql`${id}::uuid`;
  const [row] = await tx.execute(sql`
    select
      (select count(*)::int from kith.ties
        where tenant_id = ${tenant(tx)} and from_id = ${person}) as relationships,
      (select count(*)::int from unnest(${uuids(alters)}) as alter_id
        join kith.contact_days on tenant_id = ${tenant(tx)}
          and a_id = least(alter_id, ${person}) and b_id = greatest(alter_id, ${person})
      ) as "contactDays",
      (select count(*)::int from kith.tie_declarations
        where tenant_id = ${tenant(tx)} and (from_id = ${person} or to_id = ${person})
      ) as declarations,
      (select count(*)::int from kith.person_aliases
        where tenant_id = ${tenant(tx)} and person_id = ${person}) as aliases`);
  return row as unknown as TraceCounts;
}
