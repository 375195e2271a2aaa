import { type Static, Type } from "typebox";
import { cursor, IdRef, Instant, limit, Page, Strict, Text, Words } from "../../http/schemas.ts";

export const SuppressionBody = Strict(
  {
    hash: Type.String({ description: "Keyed hash of the identifier: 64 hexadecimal digits." }),
    kind: Words(["externalId", "email"], "What kind of identifier it was."),
    createdAt: Instant("When the person was erased."),
  },
  { title: "Suppression" },
);
export type SuppressionBody = Static<typeof SuppressionBody>;

export const SuppressionPage = Page(SuppressionBody, "SuppressionPage");

export const SuppressionQuery = Strict({
  externalId: Type.Optional(Text(255, { description: "Only that of this external id." })),
  email: Type.Optional(
    Type.String({ format: "email", maxLength: 254, description: "Only that of this address." }),
  ),
  limit,
  cursor,
});
export type SuppressionQuery = Static<typeof SuppressionQuery>;

export const SuppressionParams = Strict({
  suppression: IdRef("suppression", "The hash, as the list or a refusal names it."),
});

export const LiftedSuppression = Strict(
  { lifted: Type.Integer({ description: "How many identifiers may be used again." }) },
  { title: "LiftedSuppression" },
);
