import { meetingReasonCodes } from "@kith/core";
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
import { PersonBriefBody } from "../ties/schemas.ts";

const Line = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, pattern: "\\S", description });

export const visibilities = ["attendees", "everyone"] as const;
export const responses = ["invited", "going", "maybe", "declined", "attended"] as const;

const title = Line(200, "What it is called.");
const kind = Type.String({
  pattern: "^[a-z][a-zA-Z0-9_-]{0,39}$",
  description: "Your own word for what it is: `meetup`, `dinner`, `conference`, `reunion`.",
  examples: ["meetup"],
});
const startsAt = Instant("When it begins.");
const endsAt = Instant("When it ends, at most sixty days later.");
const timeZone = Nullable(Type.String({ minLength: 1, maxLength: 100 }), {
  description: "Where it is, as an IANA time zone: `Europe/London`.",
});
const location = Nullable(Line(500, "Where it is."));
const organization = Nullable(Line(200, "Who holds it."));
const topics = Type.Array(Line(100, "Any wording; compared without regard to case."), {
  maxItems: 50,
  description: "What it is about: people who know of it are worth meeting there.",
});
const visibility = Words(
  visibilities,
  "Which members find it: those who are on its list, or every member of the tenant.",
);

const more = {
  endsAt: Type.Optional(endsAt),
  timeZone: Type.Optional(timeZone),
  location: Type.Optional(location),
  organization: Type.Optional(organization),
  topics: Type.Optional(topics),
  visibility: Type.Optional(visibility),
};

export const GatheringInput = Strict(
  { title, kind: Type.Optional(kind), startsAt, ...more },
  { title: "GatheringInput", description: "Without `endsAt` it lasts two hours." },
);
export type GatheringInput = Static<typeof GatheringInput>;

export const GatheringPatch = Strict(
  {
    title: Type.Optional(title),
    kind: Type.Optional(kind),
    startsAt: Type.Optional(startsAt),
    ...more,
  },
  {
    title: "GatheringPatch",
    minProperties: 1,
    description: "The fields to change. Moved by `startsAt` alone, it lasts as long as before.",
  },
);
export type GatheringPatch = Static<typeof GatheringPatch>;

const response = Words(
  responses,
  "`invited`: no answer yet. `attended`: was there; possible once it has begun.",
);

export const GatheringBody = Strict(
  {
    id: Type.String({ description: "`gat_…`" }),
    title,
    kind,
    startsAt,
    endsAt,
    timeZone,
    location,
    organization,
    topics,
    visibility,
    response: Nullable(response, {
      description: "Of the person for whom it is read; `null` without one, or not on the list.",
    }),
    createdAt: Instant("When it was made."),
    updatedAt: Instant("When it was last changed."),
  },
  { title: "Gathering" },
);
export type GatheringBody = Static<typeof GatheringBody>;

export const GatheringPage = Page(GatheringBody, "GatheringPage");
const gathering = IdRef("gathering", "A gathering: `gat_…`.");
export const GatheringParams = Strict({ id: gathering });
export const AttendeeParams = Strict({ id: gathering, person: PersonRef });
export const GatheringQuery = Strict({
  person: Type.Optional(PersonRef),
  since: Type.Optional(Instant("Only what ends at this instant or later.")),
  until: Type.Optional(Instant("Only what begins before this instant.")),
  limit,
  cursor,
});

export const AttendeeInput = Strict({ response }, { title: "AttendeeInput" });

export const AttendeeBody = Strict(
  { person: PersonBriefBody, response, updatedAt: Instant("When it was said.") },
  { title: "Attendee" },
);
export type AttendeeBody = Static<typeof AttendeeBody>;
export const AttendeePage = Page(AttendeeBody, "AttendeePage");
export const AttendeeQuery = Strict({
  response: Type.Optional(response),
  limit,
  cursor,
});

export const MeetQuery = Strict({
  for: PersonRef,
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 50, default: 10, description: "People at most." }),
  ),
});

export const PeopleToMeetBody = Strict(
  {
    data: Type.Array(
      Strict(
        {
          person: PersonBriefBody,
          response,
          reasons: Type.Array(
            Strict({
              code: Words(meetingReasonCodes, "For programs; never changes."),
              text: Type.String({ description: "For the person who asks." }),
              words: Type.Array(Type.String(), { description: "What it is about." }),
              people: Type.Array(PersonBriefBody, {
                description: "Of `throughContact`: in touch with both; they could introduce.",
              }),
              ask: Nullable(Type.String(), {
                description: "Of `theirAsk` and `ownAsk`: which one; `ask_…`.",
              }),
            }),
            { description: "The most specific first." },
          ),
          opener: Type.String({ description: "What to begin with, from the first reason." }),
        },
        { title: "AttendeeToMeet" },
      ),
      { description: "The best first." },
    ),
    at: Instant("The moment of all measures."),
    model: Type.String({ description: "The version of the model that measured." }),
  },
  { title: "PeopleToMeetThere" },
);
export type PeopleToMeetBody = Static<typeof PeopleToMeetBody>;

export const EncounterInput = Strict(
  {
    by: PersonRef,
    with: Type.Array(PersonRef, {
      minItems: 1,
      maxItems: 20,
      description: "With whom they spoke there.",
    }),
  },
  { title: "EncounterInput" },
);
export type EncounterInput = Static<typeof EncounterInput>;

export const EncounterResult = Strict(
  {
    recorded: Type.Integer({
      minimum: 0,
      description: "With so many of them it is on record now.",
    }),
    known: Type.Integer({ minimum: 0, description: "With so many it was on record before." }),
  },
  { title: "EncounterResult" },
);

export const ExportedAttendance = Strict(
  {
    gathering: Type.String({ description: "`gat_…`" }),
    response,
    updatedAt: Instant("When it was said."),
  },
  { title: "ExportedAttendance" },
);
export type ExportedAttendance = Static<typeof ExportedAttendance>;
