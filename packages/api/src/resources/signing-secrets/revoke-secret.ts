import { recordChange } from "../../changes/record-change.ts";
import { type Context, wallTime } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { findSecret, revokeSecret as revoke, type StoredSecret } from "./queries.ts";

/** The revoked secret. Revoking again changes nothing. */
export async function revokeSecret(ctx: Context, id: string): Promise<StoredSecret> {
  const stored = await findSecret(ctx.tx, id, { lock: true });
  if (stored && stored.revokedAt !== null) return stored;
  const revoked = await revoke(ctx.tx, id, wallTime(ctx));
  if (!revoked) throw notFound();
  await recordChange(ctx, { type: "signingSecret.revoked", id });
  return revoked;
}
