import { formatInstant, parseInstant, type TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";
import { decidedUpTo } from "../../../changes/queries/decided-up-to.ts";
import type { Place } from "./list.ts";

/** The place of the last event that was deleted by age; null when none was. */
export async function readWindow(tx: TenantTx): Promise<(Place & { keptFrom: number }) | null> {
  const [row] = await tx.execute(sql`
    select upto_xid::text as xid, upto_seq as seq, kept_from as "keptFrom"
    from kith.event_windows where tenant_id = ${tx.tenantId}::uuid`);
  if (!row) return null;
  const { keptFrom, ...place } = row as unknown as Place & { keptFrom: string };
  return { ...place, keptFrom: parseInstant(keptFrom) };
}

export async function setWindow(tx: TenantTx, { xid, seq }: Place, keptFrom: number) {
  await tx.execute(sql`
    insert into kith.event_windows (tenant_id, upto_xid, upto_seq, kept_from)
    values (${tx.tenantId}::uuid, ${xid}::xid8, ${seq}::bigint, ${formatInstant(keptFrom)}::timestamptz)
    on conflict (tenant_id) do update set upto_xid = excluded.upto_xid,
      upto_seq = excluded.upto_seq, kept_from = excluded.kept_from`);
}

/** The next events in the order of the feed, as far as it is decided: nothing can appear before them. */
export async function nextPlaces(
  tx: TenantTx,
  { after, limit }: { after: Place; limit: number },
): Promise<(Place & { occurredAt: number })[]> {
  const upTo = await decidedUpTo(tx);
  const rows = await tx.execute(sql`
    select xid::text, seq, occurred_at as "occurredAt" from kith.events
    where tenant_id = ${tx.tenantId}::uuid
      and (xid, seq) > (${after.xid}::xid8, ${after.seq}::bigint) and xid < ${upTo}::xid8
    order by kith.events.xid, kith.events.seq limit ${limit}`);
  return (rows as unknown as (Place & { occurredAt: string })[]).map((row) => ({
    ...row,
    occurredAt: parseInstant(row.occurredAt),
  }));
}

/** What no later change of the same object is counted from: batches, and what counts itself or is over. */
const countsNothing = sql`(event.object_id is null or event.object_kind = 'interaction'
  or event.type in ('person.erased', 'person.merged'))`;

const isOvertaken = sql`exists (
  select from kith.events as later
  where later.tenant_id = event.tenant_id and later.object_id = event.object_id
    and later.object_kind = event.object_kind and (later.xid, later.seq) > (event.xid, event.seq))`;

/** Deletes events between two places, but the last of an object whose changes are counted by it. */
export async function deleteEvents(
  tx: TenantTx,
  { after, upTo }: { after: Place; upTo: Place },
): Promise<void> {
  await tx.execute(sql`
    delete from kith.events as event
    where tenant_id = ${tx.tenantId}::uuid
      and (xid, seq) > (${after.xid}::xid8, ${after.seq}::bigint)
      and (xid, seq) <= (${upTo.xid}::xid8, ${upTo.seq}::bigint)
      and (${countsNothing} or ${isOvertaken})`);
}

/** Deletes what was left only as a count, once a later event counts. */
export async function dropOvertaken(tx: TenantTx, upTo: Place): Promise<void> {
  await tx.execute(sql`
    delete from kith.events as event
    where tenant_id = ${tx.tenantId}::uuid
      and (xid, seq) <= (${upTo.xid}::xid8, ${upTo.seq}::bigint) and ${isOvertaken}`);
}
