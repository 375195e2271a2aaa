import { type Static, Type } from "typebox";
import { IdRef, Instant, Strict } from "../../http/schemas.ts";

export const SignedReceipt = Strict(
  {
    id: Type.String({ description: "`era_…`" }),
    erasedAt: Instant("When it was done."),
    statement: Type.String({
      description:
        "What is signed, to the letter: a JSON text with receipt, tenant, subject (a keyed hash), time and counts.",
    }),
    signature: Type.String({ description: "Ed25519 over the UTF-8 bytes of `statement`, base64." }),
    publicKey: Type.String({
      description: "Your tenant's key, SubjectPublicKeyInfo in base64. It stays the same.",
    }),
    valid: Type.Boolean({ description: "Whether the signature holds for what is stored." }),
  },
  { title: "SignedReceipt" },
);
export type SignedReceipt = Static<typeof SignedReceipt>;

export const ReceiptParams = Strict({
  receipt: IdRef("erasureReceipt", "The receipt's id: `era_…`."),
});
