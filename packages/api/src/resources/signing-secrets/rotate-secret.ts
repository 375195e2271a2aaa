import { recordChange } from "../../changes/record-change.ts";
import { type Context, wallTime } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { type CreatedSecret, createSecret } from "./create-secret.ts";
import { findSecret, setSecretExpiry } from "./queries.ts";

/** A successor; tokens of the old secret stay valid for the overlap, so that servers can change over. */
export async function rotateSecret(
  ctx: Context,
  { id, overlapSeconds }: { id: string; overlapSeconds: number },
): Promise<CreatedSecret> {
  const old = await findSecret(ctx.tx, id, { lock: true });
  if (!old) throw notFound();
  const now = wallTime(ctx);
  const isSpent = old.revokedAt !== null || (old.expiresAt !== null && old.expiresAt <= now);
  if (old.origin === "service" || isSpent) {
    const why = isSpent ? "is no longer in force" : "is one that Kith replaces by itself";
    throw new Problem("conflict", `The secret ${why}: create another.`);
  }
  const ends = now + overlapSeconds * 1000;
  await setSecretExpiry(ctx.tx, id, Math.min(ends, old.expiresAt ?? ends));
  await recordChange(ctx, { type: "signingSecret.rotated", id });
  return createSecret(ctx, { name: old.name, expiresAt: null });
}
