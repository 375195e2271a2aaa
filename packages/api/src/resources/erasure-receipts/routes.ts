import type { FastifyInstance } from "fastify";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { signedReceipt } from "../people/examples.ts";
import { getReceipt } from "./get-receipt.ts";
import { ReceiptParams, SignedReceipt } from "./schemas.ts";
import { toBody } from "./to-body.ts";

export function erasureReceiptRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/erasure-receipts/:receipt",
      id: "erasureReceipts.get",
      summary: "Verify an erasure receipt",
      description:
        "The receipt as it was signed, and whether the signature holds. It tells that somebody was erased, when, and how much, not who: that is for the one who filed the answer to the erasure. With the public key anybody can verify it offline.",
      scope: "people:read",
      params: ReceiptParams,
      answers: { 200: SignedReceipt },
      example: { answer: signedReceipt },
    },
    async (ctx, { params }) => ok(toBody(await getReceipt(ctx, params))),
  );
}
