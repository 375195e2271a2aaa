import type { Interaction, Pair } from "@kith/core";
import { parseInstant, type TenantTx, uuids } from "@kith/db";
import { sql } from "drizzle-orm";

const given = (pairs: readonly Pair[]) => sql`
  unnest(
    ${sql.param(pairs.map(({ a }) => a))}::uuid[], ${sql.param(pairs.map(({ b }) => b))}::uuid[]
  ) as pair (a_id, b_id)`;

/** The log of pairs, as core takes it; voided interactions are left out. */
export async function readLogOfPairs(tx: TenantTx, pairs: readonly Pair[]): Promise<Interaction[]> {
  const rows = await tx.execute(sql`
    select i.type, i.category, i.from_id as "from", i.to_id as "to", i.occurred_at as "occurredAt"
    from ${given(pairs)}
    cross join lateral (
      select * from kith.interactions
      where tenant_id = ${tx.tenantId}::uuid and from_id = pair.a_id and to_id = pair.b_id
      union all
      select * from kith.interactions
      where tenant_id = ${tx.tenantId}::uuid and from_id = pair.b_id and to_id = pair.a_id
    ) as i
    where i.voided_at is null`);
  return (rows as unknown as (Interaction & { occurredAt: string })[]).map((row) => ({
    ...row,
    occurredAt: parseInstant(row.occurredAt),
  }));
}

/** Forgets the evidence of pairs; what the two declared about each other stays. */
export async function deleteEvidence(tx: TenantTx, pairs: readonly Pair[]): Promise<void> {
  for (const name of ["contact_days", "relationships"]) {
    await tx.execute(sql`
      delete from kith.${sql.identifier(name)} as stored using ${given(pairs)}
      where stored.tenant_id = ${tx.tenantId}::uuid
        and stored.a_id = pair.a_id and stored.b_id = pair.b_id`);
  }
}

/** Sets when people were last seen from the log, through the pairs that they are in. */
export async function rebuildActivity(tx: TenantTx, personIds: readonly string[]): Promise<void> {
  const tenant = sql`${tx.tenantId}::uuid`;
  const people = uuids(personIds);
  await tx.execute(sql`
    delete from kith.person_activity where tenant_id = ${tenant} and person_id = any(${people})`);
  await tx.execute(sql`
    insert into kith.person_activity (tenant_id, person_id, last_seen_at)
    select ${tenant}, person_id, max(occurred_at)
    from (
      select a_id as person_id, a_id, b_id from kith.relationships
      where tenant_id = ${tenant} and a_id = any(${people})
      union all
      select b_id, a_id, b_id from kith.relationships
      where tenant_id = ${tenant} and b_id = any(${people})
    ) as pair
    cross join lateral (
      (select occurred_at from kith.interactions
        where tenant_id = ${tenant} and from_id = pair.a_id and to_id = pair.b_id
          and voided_at is null
        order by id desc limit 1)
      union all
      (select occurred_at from kith.interactions
        where tenant_id = ${tenant} and from_id = pair.b_id and to_id = pair.a_id
          and voided_at is null
        order by id desc limit 1)
    ) as last
    group by person_id
    order by person_id`);
}

/** Marks an interaction as void; answers who took part, nobody when it was void already. */
export async function markVoid(
  tx: TenantTx,
  id: string,
  now: string,
): Promise<{ from: string; to: string }[]> {
  const rows = await tx.execute(sql`
    update kith.interactions set voided_at = ${now}::timestamptz
    where tenant_id = ${tx.tenantId}::uuid and id = ${id}::uuid and voided_at is null
    returning from_id as "from", to_id as "to"`);
  return rows as unknown as { from: string; to: string }[];
}
