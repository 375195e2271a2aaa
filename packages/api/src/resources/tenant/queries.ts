import { type TenantTx, tenants } from "@kith/db";
import { eq } from "drizzle-orm";
import type { Tenant, TenantSettings } from "../../context.ts";

export interface StoredTenant extends Tenant {
  revision: number;
  createdAt: number;
  updatedAt: number;
}

export async function readTenant(tx: TenantTx, { lock = false } = {}): Promise<StoredTenant> {
  const select = tx.select().from(tenants).where(eq(tenants.tenantId, tx.tenantId));
  const [row] = await (lock ? select.for("update") : select);
  if (!row) throw new Error("the key's tenant is gone");
  const { tenantId: id, name, mode, clockOffsetMs, revision, createdAt, updatedAt } = row;
  const settings = row.settings as TenantSettings;
  return { id, name, mode, clockOffsetMs, settings, revision, createdAt, updatedAt };
}

/** Changes the tenant and counts its revision up. */
export async function updateTenant(
  tx: TenantTx,
  change: { name?: string; settings?: TenantSettings; updatedAt: number },
  revision: number,
): Promise<void> {
  await tx
    .update(tenants)
    .set({
      ...change,
      revision: revision + 1,
    })
    .where(eq(tenants.tenantId, tx.tenantId));
}

export async function insertTenant(
  tx: TenantTx,
  { name, mode, createdAt }: { name: string; mode: "live" | "test"; createdAt: number },
): Promise<void> {
  await tx
    .insert(tenants)
    .values({ tenantId: tx.tenantId, name, mode, createdAt, updatedAt: createdAt });
}

export async function setClockOffset(tx: TenantTx, clockOffsetMs: number): Promise<void> {
  await tx.update(tenants).set({ clockOffsetMs }).where(eq(tenants.tenantId, tx.tenantId));
}
