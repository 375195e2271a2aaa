import { createHmac, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import type { Context } from "../../context.ts";
import { newUuid, toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { requireErasureKeys } from "../suppressions/suppress.ts";
import { insertReceipt, type StoredReceipt } from "./queries.ts";

export interface Receipt extends StoredReceipt {
  publicKey: Buffer;
  valid: boolean;
}

/**
 * Signs that somebody was erased. The statement names them by a keyed hash only: it can be kept and
 * shown without keeping the person.
 */
export async function issueReceipt(
  { tx, tenant, now }: Context,
  { subjectId, erased }: { subjectId: string; erased: object },
): Promise<Receipt> {
  const { suppressionKey, signingKey } = await requireErasureKeys(tx);
  const id = newUuid(now);
  const statement = JSON.stringify({
    receipt: toId("erasureReceipt", id),
    tenant: toId("tenant", tenant.id),
    subject: createHmac("sha256", suppressionKey).update(`id:${subjectId}`).digest("hex"),
    erasedAt: toIso(now),
    erased,
  });
  const signature = sign(null, Buffer.from(statement), privateKeyOf(signingKey));
  const stored = { id, statement, signature, erasedAt: now, publicKey: null };
  await insertReceipt(tx, stored);
  return verified(stored, signingKey);
}

/** A stored receipt with the key that verifies it, and whether it does. */
export function verified(stored: StoredReceipt, signingKey: Buffer): Receipt {
  const publicKey = stored.publicKey ?? publicKeyOf(signingKey);
  const key = createPublicKey({ key: publicKey, format: "der", type: "spki" });
  const valid = verify(null, Buffer.from(stored.statement), key, stored.signature);
  return { ...stored, publicKey, valid };
}

/** What verifies the signatures of a key: SubjectPublicKeyInfo. */
export const publicKeyOf = (signingKey: Buffer): Buffer =>
  createPublicKey(privateKeyOf(signingKey)).export({ type: "spki", format: "der" });

const privateKeyOf = (der: Buffer) => createPrivateKey({ key: der, format: "der", type: "pkcs8" });
