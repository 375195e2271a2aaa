import { parseInstant, type TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";
import { decidedUpTo } from "../../../changes/queries/decided-up-to.ts";

export interface StoredEvent {
  xid: string;
  seq: number;
  id: string;
  type: string;
  objectKind: string;
  objectId: string | null;
  relatedId: string | null;
  sequence: number | null;
  data: object;
  occurredAt: number;
}

export interface Place {
  xid: string;
  seq: number;
}

/**
 * Events after a place, in the order of the feed, as far as it is decided. Each type is read by
 * itself from its own index: a rare one is found without reading all others.
 */
export async function readEvents(
  tx: TenantTx,
  {
    after,
    types,
    objectId,
    limit,
  }: { after: Place; types: readonly string[] | null; objectId: string | null; limit: number },
): Promise<StoredEvent[]> {
  const upTo = await decidedUpTo(tx);
  const inRange = sql`tenant_id = ${tx.tenantId}::uuid
    and (xid, seq) > (${after.xid}::xid8, ${after.seq}::bigint) and xid < ${upTo}::xid8`;
  const ofObject = objectId === null ? sql`` : sql`and object_id = ${objectId}::uuid`;
  const found =
    types === null
      ? sql`select * from kith.events where ${inRange} ${ofObject} order by xid, seq limit ${limit}`
      : sql`select one.* from unnest(${sql.param(types)}::text[]) as wanted (wanted)
          cross join lateral (
            select * from kith.events where ${inRange} ${ofObject} and type = wanted
            order by xid, seq limit ${limit}
          ) as one
          order by one.xid, one.seq limit ${limit}`;
  const rows = await tx.execute(sql`
    select xid::text, seq, id, type, object_kind as "objectKind", object_id as "objectId",
      related_id as "relatedId", object_sequence as sequence, data,
      occurred_at as "occurredAt"
    from (${found}) as found order by found.xid, found.seq`);
  return (rows as unknown as (StoredEvent & { occurredAt: string })[]).map((row) => ({
    ...row,
    occurredAt: parseInstant(row.occurredAt),
  }));
}
