import { auditEntries, type TenantTx } from "@kith/db";
import { and, desc, eq, sql } from "drizzle-orm";

export type StoredEntry = typeof auditEntries.$inferSelect;

/** Newest first; `before` is the place of the last entry of the page before. */
export function readEntries(
  tx: TenantTx,
  {
    before,
    objectId,
    actorId,
    limit,
  }: {
    before: { xid: string; seq: number } | null;
    objectId: string | null;
    actorId: string | null;
    limit: number;
  },
): Promise<StoredEntry[]> {
  return tx
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.tenantId, tx.tenantId),
        objectId === null ? undefined : eq(auditEntries.objectId, objectId),
        actorId === null ? undefined : eq(auditEntries.actorId, actorId),
        before === null
          ? undefined
          : sql`(${auditEntries.xid}, ${auditEntries.seq}) < (${before.xid}::xid8, ${before.seq}::bigint)`,
      ),
    )
    .orderBy(desc(auditEntries.xid), desc(auditEntries.seq))
    .limit(limit);
}
