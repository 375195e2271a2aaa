import { apiKeys, type TenantTx } from "@kith/db";
import { and, desc, eq, isNull, lt } from "drizzle-orm";
import type { Scope } from "../../http/scopes.ts";

export interface StoredKey {
  id: string;
  name: string;
  hint: string;
  scopes: Scope[];
  createdAt: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
  revokedAt: number | null;
}

const columns = {
  id: apiKeys.id,
  name: apiKeys.name,
  hint: apiKeys.hint,
  scopes: apiKeys.scopes,
  createdAt: apiKeys.createdAt,
  expiresAt: apiKeys.expiresAt,
  lastUsedAt: apiKeys.lastUsedAt,
  revokedAt: apiKeys.revokedAt,
};

export async function findKey(tx: TenantTx, secretHash: Buffer): Promise<StoredKey | null> {
  const [row] = await tx
    .select(columns)
    .from(apiKeys)
    .where(and(eq(apiKeys.tenantId, tx.tenantId), eq(apiKeys.secretHash, secretHash)));
  return row ? { ...row, scopes: row.scopes as Scope[] } : null;
}

export async function touchKey(tx: TenantTx, id: string, at: number): Promise<void> {
  await tx
    .update(apiKeys)
    .set({ lastUsedAt: at })
    .where(and(eq(apiKeys.tenantId, tx.tenantId), eq(apiKeys.id, id)));
}

export async function insertKey(
  tx: TenantTx,
  key: StoredKey & { secretHash: Buffer },
): Promise<void> {
  await tx.insert(apiKeys).values({ tenantId: tx.tenantId, ...key });
}

/** A page of keys, newest first; `before` is the last id of the page before. */
export async function listKeys(
  tx: TenantTx,
  { before, limit }: { before: string | null; limit: number },
): Promise<StoredKey[]> {
  const rows = await tx
    .select(columns)
    .from(apiKeys)
    .where(
      and(eq(apiKeys.tenantId, tx.tenantId), before === null ? undefined : lt(apiKeys.id, before)),
    )
    .orderBy(desc(apiKeys.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, scopes: row.scopes as Scope[] }));
}

export async function readKey(
  tx: TenantTx,
  id: string,
  { lock = false } = {},
): Promise<StoredKey | null> {
  const select = tx
    .select(columns)
    .from(apiKeys)
    .where(and(eq(apiKeys.tenantId, tx.tenantId), eq(apiKeys.id, id)));
  const [row] = await (lock ? select.for("update") : select);
  return row ? { ...row, scopes: row.scopes as Scope[] } : null;
}

export async function setKeyExpiry(tx: TenantTx, id: string, expiresAt: number): Promise<void> {
  await tx
    .update(apiKeys)
    .set({ expiresAt })
    .where(and(eq(apiKeys.tenantId, tx.tenantId), eq(apiKeys.id, id)));
}

/** The revoked key, or null when there is none with this id that was not revoked yet. */
export async function revokeKey(tx: TenantTx, id: string, at: number): Promise<StoredKey | null> {
  const [row] = await tx
    .update(apiKeys)
    .set({ revokedAt: at })
    .where(and(eq(apiKeys.tenantId, tx.tenantId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning(columns);
  return row ? { ...row, scopes: row.scopes as Scope[] } : null;
}
