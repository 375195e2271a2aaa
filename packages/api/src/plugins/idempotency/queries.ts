import { type TenantTx, idempotencyKeys as table } from "@kith/db";
import { and, eq, lt } from "drizzle-orm";

export interface Claim {
  actor: string;
  key: string;
  fingerprint: Buffer;
  now: number;
}

export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const keptMs = 24 * 60 * 60 * 1000;

const isClaim = (tx: TenantTx, { actor, key }: Claim) =>
  and(eq(table.tenantId, tx.tenantId), eq(table.actor, actor), eq(table.key, key));

/** True when the key is ours now; waits for another transaction that is about to claim it. */
export async function claimKey(tx: TenantTx, claim: Claim): Promise<boolean> {
  const { actor, key, fingerprint, now } = claim;
  await tx.delete(table).where(and(isClaim(tx, claim), lt(table.createdAt, now - keptMs)));
  const claimed = await tx
    .insert(table)
    .values({ tenantId: tx.tenantId, actor, key, fingerprint, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: table.key });
  return claimed.length === 1;
}

export async function storeAnswer(tx: TenantTx, claim: Claim, answer: StoredAnswer): Promise<void> {
  await tx.update(table).set(answer).where(isClaim(tx, claim));
}

export async function readAnswer(
  tx: TenantTx,
  claim: Claim,
): Promise<(StoredAnswer & { fingerprint: Buffer }) | null> {
  const [row] = await tx.select().from(table).where(isClaim(tx, claim));
  if (!row || row.status === null || row.headers === null || row.body === null) return null;
  const { fingerprint, status, headers, body } = row;
  return { fingerprint, status, headers, body };
}
