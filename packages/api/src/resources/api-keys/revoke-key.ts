import { recordChange } from "../../changes/record-change.ts";
import { type Context, wallTime } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { readKey, revokeKey as revoke, type StoredKey } from "./queries.ts";

/** The revoked key. Revoking again changes nothing. */
export async function revokeKey(ctx: Context, id: string): Promise<StoredKey> {
  const revoked = await revoke(ctx.tx, id, wallTime(ctx));
  if (revoked) {
    await recordChange(ctx, { type: "apiKey.revoked", id });
    return revoked;
  }
  const stored = await readKey(ctx.tx, id);
  if (!stored) throw notFound();
  return stored;
}
