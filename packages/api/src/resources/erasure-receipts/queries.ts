import { type TenantTx, erasureReceipts as table } from "@kith/db";
import { and, eq } from "drizzle-orm";

export interface StoredReceipt {
  id: string;
  statement: string;
  signature: Buffer;
  erasedAt: number;
  /** Of a receipt that was imported: its signer was another tenant. SubjectPublicKeyInfo. */
  publicKey: Buffer | null;
}

export async function insertReceipt(tx: TenantTx, receipt: StoredReceipt): Promise<void> {
  await tx.insert(table).values({ tenantId: tx.tenantId, ...receipt });
}

export async function readReceipt(tx: TenantTx, id: string): Promise<StoredReceipt | null> {
  const [row] = await tx
    .select()
    .from(table)
    .where(and(eq(table.tenantId, tx.tenantId), eq(table.id, id)));
  if (!row) return null;
  const { tenantId: _, ...receipt } = row;
  return receipt;
}
