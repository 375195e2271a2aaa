import { recordChange } from "../../changes/record-change.ts";
import { type Context, wallTime } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { newUuid } from "../../http/ids.ts";
import { type KeyPair, newKeyPair } from "./key-pair.ts";
import { insertSecret, type StoredSecret } from "./queries.ts";

export interface CreatedSecret {
  stored: StoredSecret;
  keys: KeyPair;
}

/** A new secret of the platform's; what is stored of it can check a token but not make one. */
export async function createSecret(
  ctx: Context,
  { name, expiresAt }: { name: string; expiresAt: number | null },
): Promise<CreatedSecret> {
  const now = wallTime(ctx);
  if (expiresAt !== null && expiresAt <= now) {
    throw new Problem("invalid_request", "The secret would be expired already.", {
      errors: [{ pointer: "/expiresAt", detail: "must be later than now" }],
    });
  }
  const keys = await newKeyPair();
  const stored: StoredSecret = {
    id: newUuid(now),
    name,
    origin: "platform",
    publicKey: keys.publicKey,
    createdAt: now,
    expiresAt,
    lastUsedAt: null,
    revokedAt: null,
  };
  await insertSecret(ctx.tx, stored);
  await recordChange(ctx, { type: "signingSecret.created", id: stored.id, sequence: 1 });
  return { stored, keys };
}
