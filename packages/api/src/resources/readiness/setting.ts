import { type AskKind, askKinds, type ReadinessRule } from "@kith/core";
import { Type } from "typebox";
import { Strict, Words } from "../../http/schemas.ts";

const rule = Strict({
  leastBand: Type.Optional(
    Words(["dormant", "fading", "active", "core"], "How much the two are in touch, at least."),
  ),
  leastContactDays: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 1000, description: "Days of contact, at least." }),
  ),
  courtesiesFirst: Type.Optional(
    Type.Boolean({ description: "Whether thanks and news for earlier help come first." }),
  ),
});

/** A tenant's own rules of ask readiness. */
export const AskReadinessSetting = Type.Unsafe<Partial<Record<AskKind, Partial<ReadinessRule>>>>(
  Type.Object(Object.fromEntries(askKinds.map((kind) => [kind, Type.Optional(rule)])), {
    additionalProperties: false,
    description: "Your own rules of ask readiness, by kind; what is not named is as by default.",
  }),
);
