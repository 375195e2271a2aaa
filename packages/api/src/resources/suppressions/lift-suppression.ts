import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { deleteSuppressions } from "./queries.ts";

const hashForm = /^[0-9a-f]{64}$/;

/** Lets an erased person come back, with all the identifiers that were erased with this one. */
export async function liftSuppression(
  ctx: Context,
  { suppression }: { suppression: string },
): Promise<{ lifted: number }> {
  const lifted = hashForm.test(suppression) ? await deleteSuppressions(ctx.tx, suppression) : 0;
  if (lifted === 0) throw notFound();
  await recordChange(ctx, { type: "suppression.lifted", id: null, count: lifted });
  return { lifted };
}
