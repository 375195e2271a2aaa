import { askOutcomes, askStates } from "@kith/core";
import { type Static, Type } from "typebox";
import {
  cursor,
  IdRef,
  Instant,
  limit,
  Nullable,
  Page,
  PersonRef,
  Strict,
  Words,
} from "../../http/schemas.ts";
import {
  AudienceInput,
  at,
  createdAt,
  HelperBody,
  Kind,
  Line,
  model,
  ownAudience,
  side,
  skills,
  text,
  title,
  topics,
  updatedAt,
} from "../helping/schemas.ts";
import { PersonBriefBody } from "../ties/schemas.ts";

const organization = Nullable(Line(200, "An organization that it is about."));
const expiresAt = Instant(
  "Until when it is open, at most a year ahead. Thirty days from now unless given.",
);
const by = PersonRef;
const state = Words(
  askStates,
  "`open`: waits for help. `expired`: its time is over; a new `expiresAt` opens it again.",
);
const outcome = Words(askOutcomes, "How it ended, as the asker says.");
const note = Line(5000, "How it went, for the asker's own memory. Nobody else sees it.");

export const AskInput = Strict(
  {
    by,
    kind: Type.Optional(Kind),
    title,
    text: Type.Optional(text),
    skills: Type.Optional(skills),
    topics: Type.Optional(topics),
    organization: Type.Optional(organization),
    audience: Type.Optional(AudienceInput),
    expiresAt: Type.Optional(expiresAt),
  },
  { title: "AskInput" },
);
export type AskInput = Static<typeof AskInput>;

export const AskPatch = Strict(
  {
    by,
    kind: Type.Optional(Kind),
    title: Type.Optional(title),
    text: Type.Optional(text),
    skills: Type.Optional(skills),
    topics: Type.Optional(topics),
    organization: Type.Optional(organization),
    audience: Type.Optional(AudienceInput),
    expiresAt: Type.Optional(expiresAt),
  },
  { title: "AskPatch", minProperties: 2, description: "Whose it is, and the fields to change." },
);
export type AskPatch = Static<typeof AskPatch>;

export const AskClosing = Strict(
  {
    by,
    outcome,
    helpedBy: Type.Optional(
      Type.Array(PersonRef, {
        maxItems: 50,
        description:
          "Who helped. Each is recorded as help from them to you, about this ask. A member can name people they were in contact with before.",
      }),
    ),
    note: Type.Optional(note),
  },
  { title: "AskClosing" },
);
export type AskClosing = Static<typeof AskClosing>;

export const AskBody = Strict(
  {
    id: Type.String({ description: "`ask_…`" }),
    person: PersonBriefBody,
    kind: Kind,
    title,
    text,
    skills,
    topics,
    organization,
    audience: ownAudience,
    state,
    expiresAt: Instant("Until when it is open."),
    closedAt: Nullable(Instant("When it was closed.")),
    outcome: Nullable(outcome),
    helpedBy: Type.Array(PersonBriefBody, {
      description: "Who helped. Empty to everybody but the asker.",
    }),
    note: Nullable(note, { description: "How it went; `null` to everybody but the asker." }),
    createdAt,
    updatedAt,
  },
  { title: "Ask" },
);
export type AskBody = Static<typeof AskBody>;

export const AskPage = Page(AskBody, "AskPage");

export const AskParams = Strict({ id: IdRef("ask", "An ask: `ask_…`.") });

export const AskQuery = Strict({
  person: Type.Optional(PersonRef),
  side: Type.Optional(side),
  state: Type.Optional(state),
  kind: Type.Optional(Kind),
  limit,
  cursor,
});

export const HelperQuery = Strict({
  limit: Type.Integer({
    minimum: 1,
    maximum: 50,
    default: 10,
    description: "How many to answer at most.",
  }),
});

export const HelperList = Strict(
  {
    data: Type.Array(HelperBody, { description: "The best to ask first." }),
    at,
    model,
  },
  { title: "HelperList" },
);
