import { interactionCategories } from "@kith/core";
import { type Static, Type } from "typebox";
import { Audiences } from "../../http/audiences.ts";
import { Nullable, Strict, Text, Words } from "../../http/schemas.ts";
import { AskReadinessSetting } from "../readiness/setting.ts";

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

const keptDays = (what: string) =>
  Nullable(Type.Integer({ minimum: 30, maximum: 36_500 }), {
    description: `For how many days ${what} are kept; \`null\` for ever. The operator's daily job deletes what is older.`,
  });
const eventRetentionDays = keptDays("events");
const auditRetentionDays = keptDays("audit entries");

const allowedOrigins = Type.Array(Type.String({ minLength: 8, maxLength: 300 }), {
  maxItems: 100,
  description:
    "From which pages browsers may call with a member token, each exactly as browsers send it in `Origin`: scheme, host and, where it is not the usual one, port. While it is empty, no page may in live mode and every page in test mode. Live API keys are refused from all pages.",
  examples: [["https://app.example.com"]],
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
    eventRetentionDays,
    auditRetentionDays,
    allowedOrigins,
    askReadiness: AskReadinessSetting,
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
    eventRetentionDays: Type.Optional(eventRetentionDays),
    auditRetentionDays: Type.Optional(auditRetentionDays),
    allowedOrigins: Type.Optional(allowedOrigins),
    askReadiness: Type.Optional(AskReadinessSetting),
  },
  { title: "TenantPatch", minProperties: 1 },
);
export type TenantPatch = Static<typeof TenantPatch>;
