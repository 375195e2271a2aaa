import { formatInstant, type TenantTx, signingSecrets as table } from "@kith/db";
import { and, desc, eq, lt, sql } from "drizzle-orm";

export interface StoredSecret {
  id: string;
  name: string;
  origin: "platform" | "service";
  publicKey: Buffer;
  createdAt: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
  revokedAt: number | null;
}

const columns = {
  id: table.id,
  name: table.name,
  origin: table.origin,
  publicKey: table.publicKey,
  createdAt: table.createdAt,
  expiresAt: table.expiresAt,
  lastUsedAt: table.lastUsedAt,
  revokedAt: table.revokedAt,
};

const isSecret = (tx: TenantTx, id: string) =>
  and(eq(table.tenantId, tx.tenantId), eq(table.id, id));

export async function findSecret(
  tx: TenantTx,
  id: string,
  { lock = false } = {},
): Promise<StoredSecret | null> {
  const select = tx.select(columns).from(table).where(isSecret(tx, id));
  const [row] = await (lock ? select.for("update") : select);
  return row ?? null;
}

export async function insertSecret(tx: TenantTx, secret: StoredSecret): Promise<void> {
  await tx.insert(table).values({ tenantId: tx.tenantId, ...secret });
}

/** A page of secrets, newest first; `before` is the last id of the page before. */
export function listSecrets(
  tx: TenantTx,
  { before, limit }: { before: string | null; limit: number },
): Promise<StoredSecret[]> {
  return tx
    .select(columns)
    .from(table)
    .where(and(eq(table.tenantId, tx.tenantId), before === null ? undefined : lt(table.id, before)))
    .orderBy(desc(table.id))
    .limit(limit);
}

export async function setSecretExpiry(tx: TenantTx, id: string, expiresAt: number): Promise<void> {
  await tx.update(table).set({ expiresAt }).where(isSecret(tx, id));
}

export async function touchSecret(tx: TenantTx, id: string, at: number): Promise<void> {
  await tx.update(table).set({ lastUsedAt: at }).where(isSecret(tx, id));
}

/** The revoked secret, or null when there is none; revoking again changes nothing. */
export async function revokeSecret(
  tx: TenantTx,
  id: string,
  at: number,
): Promise<StoredSecret | null> {
  const [row] = await tx
    .update(table)
    .set({ revokedAt: sql`coalesce(${table.revokedAt}, ${formatInstant(at)}::timestamptz)` })
    .where(isSecret(tx, id))
    .returning(columns);
  return row ?? null;
}

/** Forgets what our own processes signed with once no token of it can be valid. */
export async function deleteSpentServiceSecrets(tx: TenantTx, now: number): Promise<void> {
  await tx
    .delete(table)
    .where(
      and(eq(table.tenantId, tx.tenantId), eq(table.origin, "service"), lt(table.expiresAt, now)),
    );
}
