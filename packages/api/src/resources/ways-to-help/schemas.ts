import { wayKinds } from "@kith/core";
import { type Static, Type } from "typebox";
import { Strict, Words } from "../../http/schemas.ts";
import { at, model } from "../helping/schemas.ts";
import { PersonBriefBody } from "../ties/schemas.ts";

export const wayReasons = [
  "youKnow",
  "youOffer",
  "youKnowThem",
  "named",
  "inTouch",
  "newTie",
  "soon",
  "waiting",
  "celebrate",
] as const;
export type WayReason = (typeof wayReasons)[number];

export const WayToHelpBody = Strict(
  {
    kind: Words(wayKinds, "What it is about."),
    id: Type.String({ description: "The ask, goal, milestone or introduction." }),
    href: Type.String({ description: "Where it is read." }),
    person: PersonBriefBody,
    text: Type.String({ description: "What they could use, for people." }),
    reasons: Type.Array(
      Strict(
        {
          code: Words(wayReasons, "For programs; never changes."),
          terms: Type.Array(Type.String(), { description: "Of `youKnow`: what." }),
          text: Type.String({ description: "For people." }),
        },
        { title: "WayToHelpReason" },
      ),
      { description: "Why this person could help." },
    ),
  },
  { title: "WayToHelp" },
);
export type WayToHelpBody = Static<typeof WayToHelpBody>;

export const WaysToHelp = Strict(
  {
    data: Type.Array(WayToHelpBody, { description: "What they have most to give to, first." }),
    at,
    model,
  },
  { title: "WaysToHelp" },
);

export const WaysQuery = Strict({
  limit: Type.Integer({
    minimum: 1,
    maximum: 50,
    default: 10,
    description: "How many to answer at most.",
  }),
});
