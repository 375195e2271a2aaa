import type { Concern, PerceptionDecision, PerceptionReason } from "@kith/core";
import { type TenantTx, perceptionChecks as table } from "@kith/db";
import { and, desc, eq, lt } from "drizzle-orm";

export interface StoredCheck {
  id: string;
  decision: PerceptionDecision;
  deciderId: string;
  subjectId: string;
  concern: Concern;
  reasons: readonly PerceptionReason[];
  model: string;
  askedAt: number;
}

export async function insertCheck(tx: TenantTx, actor: string, check: StoredCheck): Promise<void> {
  await tx.insert(table).values({ tenantId: tx.tenantId, actor, ...check });
}

/** What one actor has asked, the newest first; `before` is the last id of the page before. */
export async function listChecks(
  tx: TenantTx,
  { actor, before, limit }: { actor: string; before: string | null; limit: number },
): Promise<StoredCheck[]> {
  const rows = await tx
    .select()
    .from(table)
    .where(
      and(
        eq(table.tenantId, tx.tenantId),
        eq(table.actor, actor),
        before === null ? undefined : lt(table.id, before),
      ),
    )
    .orderBy(desc(table.id))
    .limit(limit);
  return rows.map(({ tenantId: _, actor: __, ...row }) => row as StoredCheck);
}
