import { epochMs, statement, type TenantTx, tenants } from "@kith/db";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Tenant, TenantSettings } from "../../context.ts";

export interface StoredTenant extends Tenant {
  revision: number;
  createdAt: number;
  updatedAt: number;
}

const tenantRow = (lock: SQL) =>
  statement<StoredTenant & Record<string, unknown>, object>(
    ({ tenantId }) => sql`
      select tenant_id as id, name, mode, clock_offset_ms as "clockOffsetMs", settings, revision,
        ${epochMs(sql`created_at`)} as "createdAt", ${epochMs(sql`updated_at`)} as "updatedAt"
      from kith.tenants where tenant_id = ${tenantId} ${lock}`,
  );
const unlocked = tenantRow(sql``);
const locked = tenantRow(sql`for update`);

export async function readTenant(tx: TenantTx, { lock = false } = {}): Promise<StoredTenant> {
  const [tenant] = await (lock ? locked : unlocked).rows(tx, {});
  if (!tenant) throw new Error("the key's tenant is gone");
  return tenant;
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
