import { askKinds, helpAudiences } from "@kith/core";
import { type Static, Type } from "typebox";
import { Instant, Nullable, PersonRef, Strict, Words } from "../../http/schemas.ts";
import { PersonBriefBody } from "../ties/schemas.ts";

export const Kind = Words(
  askKinds,
  "What is asked for, or offered: `information` is the lightest, `job` the heaviest.",
);

/** Text with something to read in it. */
export const Line = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, pattern: "\\S", description });

export const Terms = (description: string) =>
  Type.Array(Line(100, "Any wording; compared without regard to case and accents."), {
    maxItems: 50,
    description,
  });

export const title = Line(200, "What it is about, in a line.");
export const text = Nullable(Line(5000, "More about it, for those it is addressed to."));
export const skills = Terms("Skills that it takes.");
export const topics = Terms("What it is about: topics, industries, interests.");

const to = Words(
  helpAudiences,
  "`public`: every member. `network`, `colleagues`, `trusted`: as in frames. `circles`: whom you put into one of `circles`. `people`: those in `people`. `private`: nobody but you.",
);
const circles = Type.Array(Line(100, "A circle, as you declared it on your ties."), {
  minItems: 1,
  maxItems: 50,
  uniqueItems: true,
  description: "Only with `to: circles`.",
});

export const AudienceInput = Strict(
  {
    to,
    circles: Type.Optional(circles),
    people: Type.Optional(
      Type.Array(PersonRef, {
        minItems: 1,
        maxItems: 100,
        description: "Only with `to: people`.",
      }),
    ),
  },
  { title: "HelpAudienceInput", description: "For whom it is." },
);
export type AudienceInput = Static<typeof AudienceInput>;

const PersonId = Type.String({ description: "`per_…`" });

export const AudienceBody = Strict(
  {
    to,
    circles: Type.Array(Type.String(), { description: "Of `to: circles`." }),
    people: Type.Array(PersonId, { description: "Of `to: people`." }),
  },
  { title: "HelpAudience", description: "For whom it is." },
);
export type AudienceBody = Static<typeof AudienceBody>;

export const ownAudience = Nullable(AudienceBody, {
  description: "For whom it is; `null` to everybody but its owner.",
});

export const side = Words(
  ["own", "others"],
  "With `person`: only their own, or only what others share with them.",
);

export const createdAt = Instant("When it was made.");
export const updatedAt = Instant("When it was last changed.");

export const WarmPathBody = Strict(
  {
    direct: Type.Boolean({
      description: "A tie of the asker's own: nobody has to introduce them.",
    }),
    through: Type.Array(PersonBriefBody, {
      description: "Who could introduce them, the first to ask first. Empty where it is direct.",
    }),
  },
  { title: "WarmPath" },
);

const helperCodes = ["offers", "knows", "helpedYou", "inTouch", "throughOthers"] as const;

export const HelperBody = Strict(
  {
    person: PersonBriefBody,
    reasons: Type.Array(
      Strict(
        {
          code: Words(helperCodes, "For programs; never changes."),
          terms: Type.Array(Type.String(), {
            description: "Of `knows`: what they know of what is asked for.",
          }),
          text: Type.String({ description: "For people." }),
        },
        { title: "HelperReason" },
      ),
      { description: "Why they could help; only what the asker may know." },
    ),
    path: WarmPathBody,
  },
  { title: "Helper" },
);
export type HelperBody = Static<typeof HelperBody>;

export const at = Instant("The moment that it was made for.");
export const model = Type.String({ description: "The model that ties were measured by." });
