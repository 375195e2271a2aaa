import type { Database, TenantTx } from "@kith/db";
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
    await createKey({ tx, now }, { name: "first key", scopes, expiresAt: null }, minted);
    return { tenantId, key: minted.key };
  });
}
