import { erasureKeys, formatInstant, type TenantTx, suppressions as table } from "@kith/db";
import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";

export interface ErasureKeys {
  suppressionKey: Buffer;
  signingKey: Buffer;
}

/** The tenant's keys; null as long as nobody was erased. */
export async function readErasureKeys(tx: TenantTx): Promise<ErasureKeys | null> {
  const [row] = await tx
    .select({ suppressionKey: erasureKeys.suppressionKey, signingKey: erasureKeys.signingKey })
    .from(erasureKeys)
    .where(eq(erasureKeys.tenantId, tx.tenantId));
  return row ?? null;
}

/** Keeps the keys unless there are some; of two that try at once, one waits for the other. */
export async function insertErasureKeys(tx: TenantTx, keys: ErasureKeys): Promise<void> {
  await tx
    .insert(erasureKeys)
    .values({ tenantId: tx.tenantId, ...keys })
    .onConflictDoNothing();
}

export interface Suppression {
  hash: string;
  kind: "externalId" | "email";
  createdAt: number;
}

const given = (hashes: readonly string[]): SQL => sql`
  (select decode(hex, 'hex') from unnest(${sql.param(hashes)}::text[]) as hex)`;

/** Those of the hashes that are suppressed. */
export async function findHashes(tx: TenantTx, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await tx.execute(sql`
    select encode(hash, 'hex') as hash from kith.suppressions
    where tenant_id = ${tx.tenantId}::uuid and hash in ${given(hashes)}`);
  return new Set((rows as unknown as { hash: string }[]).map(({ hash }) => hash));
}

export async function insertSuppressions(
  tx: TenantTx,
  {
    hashes,
    kind,
    receiptId,
    at,
  }: {
    hashes: readonly string[];
    kind: Suppression["kind"];
    receiptId: string | null;
    at: number;
  },
): Promise<void> {
  await tx.execute(sql`
    insert into kith.suppressions (tenant_id, hash, kind, receipt_id, created_at)
    select ${tx.tenantId}::uuid, decode(hex, 'hex'), ${kind}::text, ${receiptId}::uuid,
      ${formatInstant(at)}::timestamptz
    from unnest(${sql.param(hashes)}::text[]) as hex
    order by hex
    on conflict (tenant_id, hash) do update
      set receipt_id = coalesce(excluded.receipt_id, suppressions.receipt_id)`);
}

/** In the order of hashes; `after` is the last hash of the page before. */
export async function listSuppressions(
  tx: TenantTx,
  {
    hashes,
    after,
    limit,
  }: { hashes: readonly string[] | null; after: string | null; limit: number },
): Promise<Suppression[]> {
  const rows = await tx
    .select({ hash: table.hash, kind: table.kind, createdAt: table.createdAt })
    .from(table)
    .where(
      and(
        eq(table.tenantId, tx.tenantId),
        hashes === null ? undefined : sql`${table.hash} in ${given(hashes)}`,
        after === null ? undefined : gt(table.hash, Buffer.from(after, "hex")),
      ),
    )
    .orderBy(asc(table.hash))
    .limit(limit);
  return rows.map((row) => ({ ...row, hash: row.hash.toString("hex") }));
}

/** Forgets a hash with those of the same erased person; how many that were. */
export async function deleteSuppressions(tx: TenantTx, hash: string): Promise<number> {
  const rows = await tx.execute(sql`
    with lifted as (
      select hash, receipt_id from kith.suppressions
      where tenant_id = ${tx.tenantId}::uuid and hash = decode(${hash}::text, 'hex')
    )
    delete from kith.suppressions as stored using lifted
    where stored.tenant_id = ${tx.tenantId}::uuid
      and (stored.hash = lifted.hash or stored.receipt_id = lifted.receipt_id)
    returning 1`);
  return rows.length;
}
