import { type Static, Type } from "typebox";
import { IdRef, Instant, Nullable, Strict, Text, Words } from "../../http/schemas.ts";
import { scopes } from "../../http/scopes.ts";

const name = Text(100, { description: "What you use it for." });
const scopeList = Type.Array(Words(scopes, "`admin` stands for all others."), {
  minItems: 1,
  maxItems: scopes.length,
  uniqueItems: true,
});

const fields = {
  id: Type.String(),
  name,
  hint: Type.String({ description: "Beginning and end of the key, to recognise it by." }),
  scopes: scopeList,
  createdAt: Instant("When it was made."),
  expiresAt: Nullable(Instant("From then on it is refused.")),
  lastUsedAt: Nullable(Instant("To about a minute.")),
  revokedAt: Nullable(Instant("Since then it is refused.")),
};

export const ApiKeyBody = Strict(fields, { title: "ApiKey" });
export type ApiKeyBody = Static<typeof ApiKeyBody>;

export const CreatedApiKey = Strict(
  { ...fields, key: Type.String({ description: "Shown this once: keep it secret." }) },
  { title: "CreatedApiKey" },
);

export const ApiKeyInput = Strict(
  { name, scopes: scopeList, expiresAt: Type.Optional(Nullable(Instant("Must be ahead."))) },
  { title: "ApiKeyInput" },
);
export type ApiKeyInput = Static<typeof ApiKeyInput>;

export const ApiKeyRotation = Strict(
  {
    overlapSeconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 2_592_000,
        default: 86_400,
        description: "For how long the old key still works.",
      }),
    ),
  },
  { title: "ApiKeyRotation" },
);

export const ApiKeyParams = Strict({ key: IdRef("apiKey", "The key's id: `key_…`.") });
