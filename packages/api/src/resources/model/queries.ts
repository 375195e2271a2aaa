import { type TenantTx, tenants } from "@kith/db";
import { eq, sql } from "drizzle-orm";
import type { ModelSettings, TenantSettings } from "../../context.ts";
import { modelOfSettings, type TenantModel, untouched } from "./tenant-model.ts";

/**
 * `key share`: it stays as it is while this transaction adds evidence. `no key update`: it is
 * changed in what stored evidence does not hold. `update`: stored evidence is rewritten for it,
 * which waits for those who add evidence and keeps others out.
 */
type Hold = "key share" | "no key update" | "update";

/** The tenant's settings of the model, as they are now and stay until the transaction ends. */
export async function lockModel(tx: TenantTx, hold: Hold): Promise<ModelSettings> {
  const [row] = await tx
    .select({ settings: tenants.settings })
    .from(tenants)
    .where(eq(tenants.tenantId, tx.tenantId))
    .for(hold);
  return (row?.settings as TenantSettings | undefined)?.model ?? untouched;
}

/** The model by which evidence is added, or measured within a write. */
export async function holdModel(tx: TenantTx): Promise<TenantModel> {
  return modelOfSettings(await lockModel(tx, "key share"));
}

export async function writeModel(tx: TenantTx, model: ModelSettings): Promise<void> {
  await tx
    .update(tenants)
    .set({
      settings: sql`jsonb_set(${tenants.settings}, '{model}', ${JSON.stringify(model)}::text::jsonb)`,
    })
    .where(eq(tenants.tenantId, tx.tenantId));
}
