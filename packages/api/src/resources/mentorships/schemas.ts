import { mentorshipActions, mentorshipStates } from "@kith/core";
import { type Static, Type } from "typebox";
import {
  CalendarDate,
  cursor,
  IdRef,
  Instant,
  limit,
  Nullable,
  Page,
  PersonRef,
  Strict,
  Text,
  Words,
} from "../../http/schemas.ts";
import { FitReasons, ParticipantBody, Topics } from "../mentorship-programs/schemas.ts";
import { PersonBriefBody } from "../ties/schemas.ts";

const state = Words(
  mentorshipStates,
  "`proposed`: not both said yes yet; `ended`: before it was completed.",
);

export const MentorshipInput = Strict(
  {
    by: PersonRef,
    mentor: PersonRef,
    mentee: PersonRef,
    topics: Topics("What it is to be about."),
  },
  { title: "MentorshipInput", description: "`by` is one of the two, and accepts by proposing." },
);
export type MentorshipInput = Static<typeof MentorshipInput>;

export const By = Strict({ by: PersonRef }, { title: "ActedBy" });

export const CompletionInput = Strict(
  {
    by: PersonRef,
    reflection: Type.Optional(
      Text(5000, { description: "A look back, for yourself: nobody else reads it." }),
    ),
    thanks: Type.Optional(
      Type.Boolean({ description: "Record that you thanked the other, today." }),
    ),
  },
  { title: "MentorshipCompletion" },
);
export type CompletionInput = Static<typeof CompletionInput>;

export const ReflectionInput = Strict(
  { by: PersonRef, reflection: Nullable(Text(5000)) },
  { title: "MentorshipReflection" },
);

const mentorship = IdRef("mentorship", "The mentorship's id: `mnt_…`.");
export const MentorshipParams = Strict({ mentorship });
const forPerson = Type.Optional(PersonRef);
export const ForQuery = Strict({ for: forPerson });

export const MentorshipQuery = Strict({
  person: Type.Optional(PersonRef),
  program: Type.Optional(IdRef("mentorshipProgram", "Of this programme: `mpr_…`.")),
  state: Type.Optional(state),
  limit,
  cursor,
});
export type MentorshipQuery = Static<typeof MentorshipQuery>;

export const MentorshipBody = Strict(
  {
    id: Type.String({ description: "`mnt_…`" }),
    program: Nullable(Type.String(), {
      description: "`mpr_…`; `null`: the two found each other themselves.",
    }),
    mentor: PersonBriefBody,
    mentee: PersonBriefBody,
    state,
    topics: Type.Array(Type.String()),
    reasons: FitReasons,
    actions: Nullable(Type.Array(Words(mentorshipActions, "What that side can do now.")), {
      description: "What the person asked for can do now; `null` where none was named.",
    }),
    reflection: Nullable(Type.String(), {
      description: "The look back of the person asked for; never that of the other.",
    }),
    startedAt: Nullable(Instant("When both had accepted.")),
    endedAt: Nullable(Instant("When it was completed, ended or declined.")),
    createdAt: Instant("When it was proposed."),
    updatedAt: Instant("When it was last changed."),
  },
  { title: "Mentorship" },
);
export type MentorshipBody = Static<typeof MentorshipBody>;
export const MentorshipPage = Page(MentorshipBody, "MentorshipPage");

const Items = (description: string) => Type.Array(Text(500), { maxItems: 20, description });
const sessionStates = ["planned", "held", "cancelled"] as const;
const actionBy = Words(["mentor", "mentee"], "Who takes it on.");

const agenda = {
  questions: Items("What to ask."),
  feedback: Items("What to give or get feedback on."),
  ideas: Items("What to think about together."),
};
const ActionInput = Strict(
  {
    text: Text(500),
    by: actionBy,
    dueOn: Type.Optional(Nullable(CalendarDate("Until when."))),
    done: Type.Optional(Type.Boolean()),
  },
  { title: "SessionActionInput" },
);
const actions = Type.Array(ActionInput, {
  maxItems: 20,
  description: "Who does what until next time.",
});
const duration = Nullable(Type.Integer({ minimum: 1, maximum: 1440 }));

export const SessionInput = Strict(
  {
    by: PersonRef,
    startsAt: Instant("When it takes place, or took place."),
    durationMinutes: Type.Optional(duration),
    questions: Type.Optional(agenda.questions),
    feedback: Type.Optional(agenda.feedback),
    ideas: Type.Optional(agenda.ideas),
    actions: Type.Optional(actions),
  },
  { title: "SessionInput" },
);
export type SessionInput = Static<typeof SessionInput>;

export const SessionPatch = Strict(
  {
    by: PersonRef,
    startsAt: Type.Optional(Instant("When it takes place, or took place.")),
    durationMinutes: Type.Optional(duration),
    questions: Type.Optional(agenda.questions),
    feedback: Type.Optional(agenda.feedback),
    ideas: Type.Optional(agenda.ideas),
    actions: Type.Optional(actions),
    state: Type.Optional(
      Words(
        sessionStates,
        "`held` records the mentoring as help from the mentor to the mentee. It is final.",
      ),
    ),
  },
  { title: "SessionPatch", minProperties: 2 },
);
export type SessionPatch = Static<typeof SessionPatch>;

export const SessionParams = Strict({
  mentorship,
  session: IdRef("session", "The session's id: `ses_…`."),
});
export const SessionQuery = Strict({ for: forPerson, limit, cursor });

export const SessionBody = Strict(
  {
    id: Type.String({ description: "`ses_…`" }),
    startsAt: Instant("When it takes place, or took place."),
    durationMinutes: Nullable(Type.Integer()),
    state: Words(sessionStates, "`held` once it took place."),
    questions: Type.Array(Type.String()),
    feedback: Type.Array(Type.String()),
    ideas: Type.Array(Type.String()),
    actions: Type.Array(
      Strict({
        text: Type.String(),
        by: actionBy,
        dueOn: Nullable(CalendarDate("Until when; `null`: no date.")),
        done: Type.Boolean(),
      }),
    ),
    createdAt: Instant("When it was planned."),
    updatedAt: Instant("When it was last changed."),
  },
  { title: "Session", description: "Read and written by both sides, and by nobody else." },
);
export type SessionBody = Static<typeof SessionBody>;
export const SessionPage = Page(SessionBody, "SessionPage");

export const ExportedMentorship = Strict(
  { ...MentorshipBody.properties, sessions: Type.Array(SessionBody) },
  { title: "ExportedMentorship" },
);
export type ExportedMentorship = Static<typeof ExportedMentorship>;

const { person: _, ...participation } = ParticipantBody.properties;
export const ExportedParticipation = Strict(
  { program: Type.String({ description: "`mpr_…`" }), ...participation },
  { title: "ExportedParticipation" },
);
export type ExportedParticipation = Static<typeof ExportedParticipation>;
