import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { requireId } from "../../http/ids.ts";
import { readErasureKeys } from "../suppressions/queries.ts";
import { type Receipt, verified } from "./issue-receipt.ts";
import { readReceipt } from "./queries.ts";

export async function getReceipt(
  { tx }: Context,
  { receipt }: { receipt: string },
): Promise<Receipt> {
  const stored = await readReceipt(tx, requireId("erasureReceipt", receipt, "/path/receipt"));
  const keys = await readErasureKeys(tx);
  if (!stored || !keys) throw notFound();
  return verified(stored, keys.signingKey);
}
