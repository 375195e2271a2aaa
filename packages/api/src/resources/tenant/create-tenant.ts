import type { Database, TenantTx } from "@kith/db";
import { type ChangeContext, recordChange } from "../../changes/record-change.ts";
import { type Mode, mintApiKey } from "../../http/api-key.ts";
import { newUuid } from "../../http/ids.ts";
import type { Scope } from "../../http/scopes.ts";
import { createKey } from "../api-keys/create-key.ts";
import { insertTenant } from "./queries.ts";

/** Operator's use case: a tenant with its first key. The key is shown once and never again. */
export async function createTenant(
  database: Database,
  { name, mode, scopes = ["admin"] }: { name: string; mode: Mode; scopes?: Scope[] },
  now: number,
): Promise<{ tenantId: string; key: string }> {
  const tenantId = newUuid(now);
  return database.withTenant(tenantId, async (tx: TenantTx) => {
    await insertTenant(tx, { name, mode, createdAt: now });
    const minted = mintApiKey(mode, tenantId);
    const ctx: ChangeContext = {
      ...{ tx, now, tenant: { clockOffsetMs: 0 } },
      actor: { kind: "operator", id: null },
      origin: { operation: "tenant.create", requestId: null },
    };
    await recordChange(ctx, { type: "tenant.created", id: tenantId, sequence: 1 });
    await createKey(ctx, { name: "first key", scopes, expiresAt: null }, minted);
    return { tenantId, key: minted.key };
  });
}
