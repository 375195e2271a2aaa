import { toId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import type { Receipt } from "./issue-receipt.ts";
import type { SignedReceipt } from "./schemas.ts";

export const toBody = (receipt: Receipt): SignedReceipt => ({
  id: toId("erasureReceipt", receipt.id),
  erasedAt: toIso(receipt.erasedAt),
  statement: receipt.statement,
  signature: receipt.signature.toString("base64"),
  publicKey: receipt.publicKey.toString("base64"),
  valid: receipt.valid,
});
