import { formatInstant, parseInstant, type TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";
import type { Link, Seal, SealedEntry } from "../seal-chain.ts";

export interface Place {
  xid: string;
  seq: string;
}

const columns = sql`tenant_id as "tenantId", xid::text, seq::text, id, actor_kind as "actorKind",
  actor_id as "actorId", operation, outcome, object_kind as "objectKind",
  object_id as "objectId", related_id as "relatedId", object_count as "objectCount",
  request_id as "requestId", (extract(epoch from recorded_at) * 1000000)::bigint::text as "recordedAt"`;

/** Entries after a place, oldest first; `upTo` is a place too, or a transaction that is not reached. */
export async function readStretch(
  tx: TenantTx,
  { after, upTo, limit }: { after: Place; upTo: Place | { before: string }; limit: number | null },
): Promise<SealedEntry[]> {
  const end =
    "before" in upTo
      ? sql`xid < ${upTo.before}::xid8`
      : sql`(xid, seq) <= (${upTo.xid}::xid8, ${upTo.seq}::bigint)`;
  const rows = await tx.execute(sql`
    select ${columns} from kith.audit_entries
    where tenant_id = ${tx.tenantId}::uuid
      and (xid, seq) > (${after.xid}::xid8, ${after.seq}::bigint) and ${end}
    order by kith.audit_entries.xid, kith.audit_entries.seq limit ${limit}`);
  return rows as unknown as SealedEntry[];
}

const sealColumns = sql`number, leaves, upto_xid::text as "uptoXid", upto_seq::text as "uptoSeq", hash`;

/** From where the chain goes on, when what came before was deleted by age. */
export async function readAnchor(tx: TenantTx): Promise<(Link & { keptFrom: number }) | null> {
  const [row] = await tx.execute(sql`
    select number, upto_xid::text as "uptoXid", upto_seq::text as "uptoSeq", hash,
      kept_from as "keptFrom"
    from kith.audit_anchors where tenant_id = ${tx.tenantId}::uuid`);
  if (!row) return null;
  const anchor = row as unknown as Link & { keptFrom: string };
  return { ...anchor, keptFrom: parseInstant(anchor.keptFrom) };
}

/** The first entry at or before a place. */
export async function firstUpTo(tx: TenantTx, place: Place): Promise<Place | null> {
  const [row] = await tx.execute(sql`
    select xid::text, seq::text from kith.audit_entries
    where tenant_id = ${tx.tenantId}::uuid
      and (xid, seq) <= (${place.xid}::xid8, ${place.seq}::bigint)
    order by kith.audit_entries.xid, kith.audit_entries.seq limit 1`);
  return row ? (row as unknown as Place) : null;
}

export async function lastSeal(tx: TenantTx): Promise<Seal | null> {
  const [row] = await tx.execute(sql`
    select ${sealColumns} from kith.audit_seals
    where tenant_id = ${tx.tenantId}::uuid order by number desc limit 1`);
  return row ? (row as unknown as Seal) : null;
}

export async function nextSeal(tx: TenantTx, after: number): Promise<Seal | null> {
  const [row] = await tx.execute(sql`
    select ${sealColumns} from kith.audit_seals
    where tenant_id = ${tx.tenantId}::uuid and number > ${after}
    order by number limit 1`);
  return row ? (row as unknown as Seal) : null;
}

/** False when another process made a seal of this number: its number is what keeps the chain one. */
export async function insertSeal(tx: TenantTx, seal: Seal, sealedAt: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into kith.audit_seals (tenant_id, number, leaves, upto_xid, upto_seq, hash, sealed_at)
    values (${tx.tenantId}::uuid, ${seal.number}, ${seal.leaves}::bytea, ${seal.uptoXid}::xid8,
      ${seal.uptoSeq}::bigint, ${seal.hash}::bytea, ${formatInstant(sealedAt)}::timestamptz)
    on conflict do nothing
    returning number`);
  return rows.length === 1;
}

export async function countAfter(tx: TenantTx, after: Place): Promise<number> {
  const [row] = await tx.execute(sql`
    select count(*)::int as count from kith.audit_entries
    where tenant_id = ${tx.tenantId}::uuid
      and (xid, seq) > (${after.xid}::xid8, ${after.seq}::bigint)`);
  return (row as { count: number }).count;
}
