import { createHash } from "node:crypto";
import { type TenantTx, idempotencyKeys as table } from "@kith/db";
import { and, arrayOverlaps, eq, inArray, lt } from "drizzle-orm";

export interface Claim {
  actor: string;
  key: string;
  fingerprint: Buffer;
  now: number;
}

export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  /** Sealed; null once somebody whom it named was erased. */
  body: string | null;
}

/** What a client chose as a key may name somebody, so it is not kept as it is. */
const kept = (key: string) => createHash("sha256").update(key).digest("base64url");

const keptMs = 24 * 60 * 60 * 1000;

const isClaim = (tx: TenantTx, { actor, key }: Claim) =>
  and(eq(table.tenantId, tx.tenantId), eq(table.actor, actor), eq(table.key, kept(key)));

/** True when the key is ours now; waits for another transaction that is about to claim it. */
export async function claimKey(tx: TenantTx, claim: Claim): Promise<boolean> {
  const { actor, key, fingerprint, now } = claim;
  await tx.delete(table).where(and(isClaim(tx, claim), lt(table.createdAt, now - keptMs)));
  const claimed = await tx
    .insert(table)
    .values({ tenantId: tx.tenantId, actor, key: kept(key), fingerprint, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: table.key });
  return claimed.length === 1;
}

export async function storeAnswer(
  tx: TenantTx,
  claim: Claim,
  answer: StoredAnswer & { personIds: string[] },
): Promise<void> {
  await tx.update(table).set(answer).where(isClaim(tx, claim));
}

export async function readAnswer(
  tx: TenantTx,
  claim: Claim,
): Promise<(StoredAnswer & { fingerprint: Buffer }) | null> {
  const [row] = await tx.select().from(table).where(isClaim(tx, claim));
  if (!row || row.status === null || row.headers === null) return null;
  const { fingerprint, status, headers, body } = row;
  return { fingerprint, status, headers, body };
}

/** Deletes what no retry can ask for any more, so many at a time; how many went. */
export async function deleteExpired(tx: TenantTx, now: number, limit = 5_000): Promise<number> {
  const isOld = and(eq(table.tenantId, tx.tenantId), lt(table.createdAt, now - keptMs));
  const keys = tx.select({ key: table.key }).from(table).where(isOld).limit(limit);
  const gone = await tx
    .delete(table)
    .where(and(isOld, inArray(table.key, keys)))
    .returning({ key: table.key });
  return gone.length;
}

/** Forgets answers that name people. The keys stay: a retry must not do the write again. */
export async function forgetAnswers(tx: TenantTx, personIds: readonly string[]): Promise<void> {
  await tx
    .update(table)
    .set({ body: null, headers: {}, personIds: [] })
    .where(and(eq(table.tenantId, tx.tenantId), arrayOverlaps(table.personIds, [...personIds])));
}
