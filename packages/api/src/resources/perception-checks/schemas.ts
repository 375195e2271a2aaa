import { concerns, perceptionAdvice, perceptionDecisions, perceptionRules } from "@kith/core";
import { type Static, Type } from "typebox";
import { Instant, Page, PersonRef, Strict, Words } from "../../http/schemas.ts";

const decision = Words(perceptionDecisions, "What is decided about the subject.");
const Evidence = Type.Unsafe<Record<string, string | number | boolean>>(
  Type.Object(
    {},
    {
      additionalProperties: Type.Union([Type.String(), Type.Number(), Type.Boolean()]),
      description: "What the reason saw.",
    },
  ),
);

export const PerceptionCheckInput = Strict(
  {
    decision,
    decider: PersonRef,
    subject: PersonRef,
  },
  { title: "PerceptionCheckInput" },
);
export type PerceptionCheckInput = Static<typeof PerceptionCheckInput>;

export const PerceptionCheckBody = Strict(
  {
    id: Type.String({ description: "`chk_…`" }),
    decision,
    decider: Type.String({ description: "`per_…`" }),
    subject: Type.String({ description: "`per_…`" }),
    concern: Words(concerns, "The highest of the reasons'. `none`: Kith sees nothing."),
    reasons: Type.Array(
      Strict({
        code: Words(
          perceptionRules.map(({ code }) => code),
          "For programs; never changes.",
        ),
        concern: Words(concerns, "How much this reason alone weighs."),
        text: Type.String({ description: "For people." }),
        evidence: Evidence,
      }),
      { description: "The heaviest first." },
    ),
    advice: Type.Array(
      Strict({
        code: Words(Object.keys(perceptionAdvice), "For programs; never changes."),
        text: Type.String({ description: "For people." }),
      }),
      { description: "What to do, in this order." },
    ),
    at: Instant("When it was asked, and the tie measured."),
    model: Type.String({ description: "The version of the model that measured the tie." }),
  },
  { title: "PerceptionCheck" },
);
export type PerceptionCheckBody = Static<typeof PerceptionCheckBody>;

export const PerceptionCheckPage = Page(PerceptionCheckBody, "PerceptionCheckPage");
