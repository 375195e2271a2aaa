import { audiences, type FramedField, framedFields } from "@kith/core";
import { Type } from "typebox";
import { Strict, Words } from "./schemas.ts";

export const AudienceWord = Words(
  audiences,
  "`public`: every member. `network`: who was in contact with you, your colleagues, whom you trust. `colleagues`: whose tie you called professional, or to whom you gave a colleague's role, but never in a personal context. `trusted`: whom you put into the circle `trusted`. `private`: nobody.",
);

/** For some of the fields an audience. */
export const Audiences = Type.Partial(
  Strict(
    Object.fromEntries(framedFields.map((field) => [field, AudienceWord])) as Record<
      FramedField,
      typeof AudienceWord
    >,
  ),
  { title: "Audiences", additionalProperties: false },
);

export const ResolvedAudiences = Strict(
  Object.fromEntries(framedFields.map((field) => [field, AudienceWord])) as Record<
    FramedField,
    typeof AudienceWord
  >,
  { title: "FrameAudiences", description: "What holds for each field." },
);
