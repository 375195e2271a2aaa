import { type ChangeContext, recordChange } from "../../changes/record-change.ts";
import { wallTime } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { hintOf } from "../../http/api-key.ts";
import { newUuid } from "../../http/ids.ts";
import type { Scope } from "../../http/scopes.ts";
import { insertKey, type StoredKey } from "./queries.ts";

/**
 * Stores a minted key's hash; the key itself is shown once by the caller. On real time: keys must
 * not outlive their expiry because a test clock was moved.
 */
export async function createKey(
  ctx: ChangeContext,
  { name, scopes, expiresAt }: { name: string; scopes: Scope[]; expiresAt: number | null },
  { key, secretHash }: { key: string; secretHash: Buffer },
): Promise<StoredKey> {
  const now = wallTime(ctx);
  if (expiresAt !== null && expiresAt <= now) {
    throw new Problem("invalid_request", "The key would be expired already.", {
      errors: [{ pointer: "/expiresAt", detail: "must be later than now" }],
    });
  }
  const stored: StoredKey = {
    id: newUuid(now),
    name,
    hint: hintOf(key),
    scopes,
    createdAt: now,
    expiresAt,
    lastUsedAt: null,
    revokedAt: null,
  };
  await insertKey(ctx.tx, { ...stored, secretHash });
  await recordChange(ctx, { type: "apiKey.created", id: stored.id, sequence: 1 });
  return stored;
}
