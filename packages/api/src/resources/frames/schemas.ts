import { framedFields } from "@kith/core";
import { type Static, Type } from "typebox";
import { Audiences, AudienceWord, ResolvedAudiences } from "../../http/audiences.ts";
import { Instant, Nullable, PersonRef, Strict, Words } from "../../http/schemas.ts";
import { PersonBody } from "../people/schemas.ts";

export const FrameBody = Strict(
  {
    person: Type.String({ description: "Whose frame it is: `per_…`." }),
    audiences: ResolvedAudiences,
    chosen: Type.Array(Words(framedFields, "A field of the profile."), {
      description: "The fields for which the person chose; the others follow the tenant.",
    }),
    updatedAt: Nullable(Instant("When it was last changed; `null` for never.")),
  },
  { title: "Frame" },
);
export type FrameBody = Static<typeof FrameBody>;

export const FrameInput = Strict(
  { audiences: Audiences },
  { title: "FrameInput", description: "A field that is not named follows the tenant." },
);

export const SeenParams = Strict({ person: PersonRef, viewer: PersonRef });

export const SeenPersonBody = Strict(
  {
    viewer: Type.String({ description: "Through whose eyes: `per_…`." }),
    audiences: Type.Array(AudienceWord, { description: "The audiences that the viewer is in." }),
    person: Nullable(PersonBody, {
      description: "Exactly what the viewer is answered; `null`: they can't find the person.",
    }),
  },
  { title: "SeenPerson" },
);
export type SeenPersonBody = Static<typeof SeenPersonBody>;
