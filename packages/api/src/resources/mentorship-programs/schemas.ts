import { type Static, Type } from "typebox";
import {
  IdRef,
  Instant,
  Nullable,
  Page,
  PersonRef,
  Share,
  Strict,
  Text,
  Words,
} from "../../http/schemas.ts";
import { PersonBriefBody } from "../ties/schemas.ts";

export const topic = Text(100);
export const Topics = (description: string) => Type.Array(topic, { maxItems: 20, description });

const rules = {
  acrossOrganizations: Type.Boolean({
    description: "Not two people of one organization. Managers and reports are never matched.",
  }),
  maxHoursApart: Nullable(Type.Integer({ minimum: 0, maximum: 12 }), {
    description: "Most hours between the clocks of the two; `null`: any.",
  }),
};
const description = Nullable(Text(2000));

export const ProgramInput = Strict(
  {
    name: Text(200),
    description: Type.Optional(description),
    acrossOrganizations: Type.Optional(rules.acrossOrganizations),
    maxHoursApart: Type.Optional(rules.maxHoursApart),
  },
  { title: "MentorshipProgramInput" },
);
export type ProgramInput = Static<typeof ProgramInput>;

export const ProgramPatch = Strict(
  {
    name: Type.Optional(Text(200)),
    description: Type.Optional(description),
    acrossOrganizations: Type.Optional(rules.acrossOrganizations),
    maxHoursApart: Type.Optional(rules.maxHoursApart),
    closed: Type.Optional(
      Type.Boolean({ description: "Nobody joins a closed programme, and nobody is matched." }),
    ),
  },
  { title: "MentorshipProgramPatch", minProperties: 1 },
);
export type ProgramPatch = Static<typeof ProgramPatch>;

export const ProgramBody = Strict(
  {
    id: Type.String({ description: "`mpr_…`" }),
    name: Type.String(),
    description: Nullable(Type.String()),
    ...rules,
    closedAt: Nullable(Instant("Since when it is closed; `null`: it is open.")),
    createdAt: Instant("When it was created."),
    updatedAt: Instant("When it was last changed."),
  },
  { title: "MentorshipProgram" },
);
export type ProgramBody = Static<typeof ProgramBody>;
export const ProgramPage = Page(ProgramBody, "MentorshipProgramPage");

const program = IdRef("mentorshipProgram", "The programme's id: `mpr_…`.");
export const ProgramParams = Strict({ program });
export const ParticipantParams = Strict({ program, person: PersonRef });

export const ParticipantInput = Strict(
  {
    seeks: Type.Boolean({ description: "Looks for a mentor." }),
    capacity: Type.Integer({
      minimum: 0,
      maximum: 50,
      description: "For how many mentees there is room; 0: does not mentor.",
    }),
    wants: Topics("What to learn, for who seeks a mentor."),
    offers: Topics("What to pass on, for who mentors."),
    notWith: Type.Optional(
      Type.Array(PersonRef, {
        maxItems: 50,
        description: "Whom not to be matched with. No reason is asked, and nobody is told.",
      }),
    ),
  },
  { title: "MentorshipParticipantInput" },
);
export type ParticipantInput = Static<typeof ParticipantInput>;

export const ParticipantBody = Strict(
  {
    person: PersonBriefBody,
    seeks: Type.Boolean(),
    capacity: Type.Integer(),
    wants: Type.Array(Type.String()),
    offers: Type.Array(Type.String()),
    notWith: Type.Array(Type.String({ description: "`per_…`" })),
    createdAt: Instant("When they joined."),
    updatedAt: Instant("When they last changed what they want or offer."),
  },
  { title: "MentorshipParticipant" },
);
export type ParticipantBody = Static<typeof ParticipantBody>;
export const ParticipantPage = Page(ParticipantBody, "MentorshipParticipantPage");

export const FitReasons = Type.Array(
  Strict({
    code: Words(["topics", "interests", "values", "hours"], "For programs; never changes."),
    text: Type.String({ description: "For people." }),
  }),
  { description: "Why the two were matched; empty where they found each other themselves." },
);

export const MatchInput = Strict(
  {
    dryRun: Type.Optional(
      Type.Boolean({ description: "Answer what would be proposed, and propose nothing." }),
    ),
  },
  { title: "MentorshipMatchInput" },
);

export const MatchBody = Strict(
  {
    matches: Type.Array(
      Strict({
        mentorship: Nullable(Type.String(), { description: "`mnt_…`; `null` in a dry run." }),
        mentor: PersonBriefBody,
        mentee: PersonBriefBody,
        fit: Share("How well the two fit: most of it is what the mentee wants to learn."),
        reasons: FitReasons,
      }),
    ),
    unmatched: Type.Array(
      Strict({
        person: PersonBriefBody,
        reason: Words(
          ["topic", "constraint", "full"],
          "`topic`: nobody offers what they want; `constraint`: who does is ruled out; `full`: who does has no room left.",
        ),
      }),
    ),
    openPlaces: Type.Array(
      Strict({ person: PersonBriefBody, places: Type.Integer({ minimum: 1 }) }),
      { description: "Mentors with room left." },
    ),
  },
  { title: "MentorshipMatches" },
);
export type MatchBody = Static<typeof MatchBody>;
