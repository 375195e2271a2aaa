import { sharedGroundKinds } from "@kith/core";
import { type Static, Type } from "typebox";
import { Instant, Nullable, Strict, Words } from "../../http/schemas.ts";
import { PersonBriefBody } from "../ties/schemas.ts";

export const PeopleToMeetQuery = Strict({
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 50, default: 10, description: "People at most." }),
  ),
});

const text = Type.String({ description: "The same for people." });

export const PersonToMeetBody = Strict(
  {
    person: PersonBriefBody,
    score: Nullable(Type.Number({ minimum: 0 }), {
      description:
        "What the order is by: over all go-betweens, the chances of both ties, times how ready the go-between is, damped by how many ties they have. For comparing only; `null` to a member.",
    }),
    through: Type.Array(PersonBriefBody, {
      description: "Who could introduce the two, the likeliest first; three at most.",
    }),
    throughCount: Type.Integer({ minimum: 1, description: "How many could." }),
    commonGround: Type.Array(
      Strict({
        code: Words([...sharedGroundKinds, "contacts"], "What it is."),
        value: Nullable(Type.String(), {
          description: "As the other person writes it; `null` for contacts.",
        }),
        text,
      }),
      {
        description:
          "What the two have in common, as far as the person may see it. It is something to begin with, and changes neither score nor order.",
      },
    ),
    firstStep: Strict({
      code: Words(["ask"], "To ask for an introduction."),
      introducer: Type.String({ description: "Whom to ask." }),
      mention: Nullable(Type.String(), { description: "Something to begin with." }),
      text,
    }),
  },
  { title: "PersonToMeet" },
);
export type PersonToMeetBody = Static<typeof PersonToMeetBody>;

export const PeopleToMeetBody = Strict(
  {
    data: Type.Array(PersonToMeetBody),
    note: Nullable(
      Strict({
        code: Words(["noTies", "nobodyNew"], "Why there is nobody."),
        text,
      }),
      { description: "Only where there is nobody to meet." },
    ),
    at: Instant("The moment of all measures."),
    model: Type.String({ description: "The model it was measured by." }),
  },
  { title: "PeopleToMeet" },
);
export type PeopleToMeetBody = Static<typeof PeopleToMeetBody>;
