import { recordChange } from "../../changes/record-change.ts";
import { type Context, wallTime } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { createKey } from "./create-key.ts";
import { readKey, type StoredKey, setKeyExpiry } from "./queries.ts";

/**
 * A successor with the same name and scopes; the old key stays valid for the overlap, so that servers
 * can change over. A key that was made for a time has a successor for as long.
 */
export async function rotateKey(
  ctx: Context,
  { id, overlapSeconds }: { id: string; overlapSeconds: number },
  minted: { key: string; secretHash: Buffer },
): Promise<StoredKey> {
  const old = await readKey(ctx.tx, id, { lock: true });
  if (!old) throw notFound();
  const now = wallTime(ctx);
  if (old.revokedAt !== null || (old.expiresAt !== null && old.expiresAt <= now)) {
    throw new Problem("conflict", "The key is no longer in force: create another.");
  }
  const ends = now + overlapSeconds * 1000;
  await setKeyExpiry(ctx.tx, id, Math.min(ends, old.expiresAt ?? ends));
  await recordChange(ctx, { type: "apiKey.rotated", id });
  const { name, scopes, createdAt } = old;
  const expiresAt = old.expiresAt === null ? null : now + (old.expiresAt - createdAt);
  return createKey(ctx, { name, scopes, expiresAt }, minted);
}
