import { type Context, wallTime } from "../../context.ts";
import { newUuid } from "../../http/ids.ts";
import { longestLifeSeconds, type Signer } from "../../http/member-token.ts";
import { newKeyPair } from "../signing-secrets/key-pair.ts";
import { deleteSpentServiceSecrets, findSecret, insertSecret } from "../signing-secrets/queries.ts";

const usedForMs = 24 * 60 * 60 * 1000;
const mostTenants = 10_000;

/**
 * What one process signs tokens with: for each tenant a key pair of its own, whose private half
 * never leaves the process's memory. The public half is a row, so every process can check it.
 */
export class ServiceSigner {
  #signers = new Map<string, Signer & { until: number }>();

  async signerFor(ctx: Context): Promise<Signer> {
    const now = wallTime(ctx);
    const { id: tenantId } = ctx.tenant;
    const signer = this.#signers.get(tenantId);
    if (signer && signer.until > now) {
      const stored = await findSecret(ctx.tx, signer.secretId);
      // Missing when the transaction that made it was rolled back.
      if (stored && stored.revokedAt === null) return signer;
    }
    await deleteSpentServiceSecrets(ctx.tx, now);
    const { publicKey, privateKey } = await newKeyPair();
    const made = { secretId: newUuid(now), privateKey, until: now + usedForMs };
    await insertSecret(ctx.tx, {
      id: made.secretId,
      name: "tokens issued by Kith",
      origin: "service",
      publicKey,
      createdAt: now,
      expiresAt: made.until + longestLifeSeconds * 1000,
      lastUsedAt: null,
      revokedAt: null,
    });
    if (this.#signers.size >= mostTenants) this.#signers.clear();
    this.#signers.set(tenantId, made);
    return made;
  }
}
