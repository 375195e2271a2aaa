import { formatInstant, type TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";

/** The role that owns the tables, for what the service's own may not; row-level security stays. */
export async function actAsOwner(tx: TenantTx): Promise<void> {
  await tx.execute(sql`set local role kith_owner`);
}

/**
 * Deletes the oldest seals that were made before a moment, with their entries, and keeps of the last
 * one what the chain goes on from.
 */
export async function deleteSealed(
  tx: TenantTx,
  { before, limit }: { before: number; limit: number },
): Promise<{ seals: number; entries: number }> {
  const tenant = sql`${tx.tenantId}::uuid`;
  const [anchor] = await tx.execute(sql`
    insert into kith.audit_anchors (tenant_id, number, upto_xid, upto_seq, hash, kept_from)
    select tenant_id, number, upto_xid, upto_seq, hash, ${formatInstant(before)}::timestamptz
    from (
      select * from kith.audit_seals where tenant_id = ${tenant} order by number limit ${limit}
    ) as oldest
    where sealed_at < ${formatInstant(before)}::timestamptz
    order by number desc limit 1
    on conflict (tenant_id) do update set number = excluded.number, upto_xid = excluded.upto_xid,
      upto_seq = excluded.upto_seq, hash = excluded.hash, kept_from = excluded.kept_from
    returning number, upto_xid::text as xid, upto_seq::text as seq`);
  if (!anchor) return { seals: 0, entries: 0 };
  const { number, xid, seq } = anchor as { number: number; xid: string; seq: string };
  const [gone] = await tx.execute(sql`
    with entries as (
      delete from kith.audit_entries
      where tenant_id = ${tenant} and (xid, seq) <= (${xid}::xid8, ${seq}::bigint)
      returning 1
    ), seals as (
      delete from kith.audit_seals where tenant_id = ${tenant} and number <= ${number}::int
      returning 1
    )
    select (select count(*)::int from seals) as seals, (select count(*)::int from entries) as entries`);
  return gone as unknown as { seals: number; entries: number };
}
