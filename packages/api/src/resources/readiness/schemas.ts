import { askKinds, firstStepCodes, readinessCodes } from "@kith/core";
import { type Static, Type } from "typebox";
import { Instant, PersonRef, Strict, Words } from "../../http/schemas.ts";
import { PersonBriefBody } from "../ties/schemas.ts";

const kind = Words(askKinds, "What is to be asked for, the lightest first.");

export const ReadinessQuery = Strict({
  to: PersonRef,
  kind: Type.Optional({ ...kind, default: "information" }),
});

export const AskReadinessBody = Strict(
  {
    person: Type.String({ description: "Who would ask: `per_…`." }),
    to: PersonBriefBody,
    kind,
    ready: Type.Boolean({ description: "Whether it may be asked for as things are." }),
    code: Words(readinessCodes, "Why. For programs; never changes."),
    reason: Type.String({ description: "Why, for the person who would ask." }),
    firstSteps: Type.Array(
      Strict({
        code: Words(firstStepCodes, "For programs; never changes."),
        text: Type.String({ description: "For the person who would ask." }),
        operation: Type.String({ description: "The operation that it is done or prepared with." }),
        href: Type.String({ description: "Its URL." }),
      }),
      { description: "In order. When ready: what would be kind besides." },
    ),
    readyFor: Type.Array(kind, { description: "What may be asked for as things are." }),
    at: Instant("When it was judged."),
  },
  { title: "AskReadiness" },
);
export type AskReadinessBody = Static<typeof AskReadinessBody>;
