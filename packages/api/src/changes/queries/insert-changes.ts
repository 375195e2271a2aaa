import { formatInstant, type TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";

export interface ChangeRow {
  eventId: string;
  entryId: string;
  type: string;
  isPublished: boolean;
  kind: string;
  objectId: string | null;
  relatedId: string | null;
  sequence: number | null;
  count: number;
  data: object;
}

export interface ChangeOrigin {
  actorKind: string;
  actorId: string | null;
  operation: string;
  requestId: string | null;
  occurredAt: number;
  recordedAt: number;
}

/** Writes an event and an audit entry for each change. */
export async function insertChanges(
  tx: TenantTx,
  origin: ChangeOrigin,
  rows: readonly ChangeRow[],
): Promise<void> {
  const tenant = sql`${tx.tenantId}::uuid`;
  await tx.execute(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given ("eventId" uuid,
        "entryId" uuid, type text, "isPublished" boolean, kind text, "objectId" uuid, "relatedId" uuid, sequence bigint,
        count int, data jsonb)
    ), published as (
      insert into kith.events (tenant_id, id, type, object_kind, object_id, related_id,
        object_sequence, data, occurred_at)
      select ${tenant}, "eventId", type, kind, "objectId", "relatedId",
        case when "objectId" is not null then coalesce(sequence, 1 + coalesce((
          select object_sequence from kith.events as earlier
          where earlier.tenant_id = ${tenant} and earlier.object_id = given."objectId"
            and earlier.object_kind = given.kind
          order by xid desc, seq desc limit 1
        ), 0)) end,
        data, ${formatInstant(origin.occurredAt)}::timestamptz
      from given where "isPublished"
    )
    insert into kith.audit_entries (tenant_id, id, actor_kind, actor_id, operation, outcome,
      object_kind, object_id, related_id, object_count, request_id, recorded_at)
    select ${tenant}, "entryId", ${origin.actorKind}::text, ${origin.actorId}::uuid,
      ${origin.operation}::text, type, kind, "objectId", "relatedId", count,
      ${origin.requestId}::text, ${formatInstant(origin.recordedAt)}::timestamptz
    from given`);
}
