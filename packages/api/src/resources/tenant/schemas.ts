import { interactionCategories } from "@kith/core";
import { type Static, Type } from "typebox";
import { Audiences } from "../../http/audiences.ts";
import { Nullable, Strict, Text, Words } from "../../http/schemas.ts";

const Word = (description: string) =>
  Type.String({ pattern: "^[a-z][a-zA-Z0-9_-]{0,39}$", description });

export const InteractionTypeSetting = Strict({
  type: Word("The name that interactions use."),
  category: Words(interactionCategories, "What kind of evidence it is."),
});

export const RoleSetting = Strict({
  role: Word("What the other person is to the one who declares it."),
  inverse: Word("What the one who declares it is to the other."),
});

const name = Text(200, { description: "Shown to you only." });
const interactionTypes = Type.Array(InteractionTypeSetting, {
  maxItems: 100,
  description: "Your own interaction types, beside the built-in ones.",
});
const roles = Type.Array(RoleSetting, {
  maxItems: 100,
  description: "Your own roles in a tie, beside the built-in ones.",
});

const frame = Type.Partial(Audiences, {
  description: "For whom each field of a profile is, until the person says otherwise.",
  additionalProperties: false,
});

const retentionDays = Nullable(Type.Integer({ minimum: 30, maximum: 36_500 }), {
  description:
    "For how many UTC days interactions are kept; `null` for ever. The operator's daily job deletes what is older, and ties are measured from what is left.",
});

export const TenantBody = Strict(
  {
    id: Type.String(),
    name,
    mode: Words(["live", "test"], "Test-mode tenants have a clock of their own."),
    interactionTypes,
    roles,
    frame,
    retentionDays,
    createdAt: Type.String({ format: "date-time" }),
    updatedAt: Type.String({ format: "date-time" }),
  },
  { title: "Tenant" },
);
export type TenantBody = Static<typeof TenantBody>;

export const TenantPatch = Strict(
  {
    name: Type.Optional(name),
    interactionTypes: Type.Optional(interactionTypes),
    roles: Type.Optional(roles),
    frame: Type.Optional(frame),
    retentionDays: Type.Optional(retentionDays),
  },
  { title: "TenantPatch", minProperties: 1 },
);
export type TenantPatch = Static<typeof TenantPatch>;
