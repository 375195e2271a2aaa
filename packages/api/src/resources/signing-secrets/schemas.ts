import { type Static, Type } from "typebox";
import { IdRef, Instant, Nullable, Strict, Text, Words } from "../../http/schemas.ts";

const name = Text(100, { description: "What you use it for." });

const fields = {
  id: Type.String({ description: "Also the `kid` in the header of its tokens." }),
  name,
  origin: Words(
    ["platform", "service"],
    "`platform`: yours. `service`: Kith's own, behind tokens that `POST /v1/member-tokens` made.",
  ),
  createdAt: Instant("When it was made."),
  expiresAt: Nullable(Instant("From then on its tokens are refused.")),
  lastUsedAt: Nullable(Instant("To about a minute.")),
  revokedAt: Nullable(Instant("Since then its tokens are refused.")),
};

export const SigningSecretBody = Strict(fields, { title: "SigningSecret" });
export type SigningSecretBody = Static<typeof SigningSecretBody>;

const PrivateKey = Strict(
  {
    kty: Words(["OKP"], "Key type of RFC 8037."),
    crv: Words(["Ed25519"], "The curve."),
    d: Type.String({ description: "The private half: keep it secret." }),
    x: Type.String({ description: "The public half." }),
  },
  { description: "The secret as a JSON Web Key, shown this once: it is not stored." },
);

export const CreatedSigningSecret = Strict(
  {
    ...fields,
    tenant: Type.String({ description: "The `tenant` claim of its tokens: `ten_…`." }),
    privateKey: PrivateKey,
  },
  { title: "CreatedSigningSecret" },
);
export type CreatedSigningSecret = Static<typeof CreatedSigningSecret>;

export const SigningSecretInput = Strict(
  { name, expiresAt: Type.Optional(Nullable(Instant("Must be ahead."))) },
  { title: "SigningSecretInput" },
);

export const SigningSecretRotation = Strict(
  {
    overlapSeconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 604_800,
        default: 3_600,
        description: "For how long tokens of the old secret are still taken.",
      }),
    ),
  },
  { title: "SigningSecretRotation" },
);

export const SigningSecretParams = Strict({
  secret: IdRef("signingSecret", "The secret's id: `sig_…`."),
});
