import {
  introductionActions,
  introductionPurposes,
  introductionRoles,
  seenIntroductionStates,
} from "@kith/core";
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
  Text,
  Words,
} from "../../http/schemas.ts";
import { PersonBriefBody } from "../ties/schemas.ts";

const purpose = Words(
  introductionPurposes,
  "What it is for, the lightest first: people like to be asked for information or advice before they are asked for a job.",
);
const blurb = Text(2000, {
  description:
    "Who you are and what you would like, in words that can be passed on. The introducer reads it, and the target once the introducer agreed.",
});
const note = Text(2000, { description: "To the introducer alone." });
const report = Text(2000, { description: "How it went, to the introducer." });
const reason = Text(1000, { description: "Why not: for yourself alone. Nobody else reads it." });
const email = (whose: string) =>
  Nullable(Type.String({ format: "email", maxLength: 254 }), {
    description: `Which of ${whose} addresses the other gets once both agreed; \`null\` for none. Left out, the first of the profile.`,
  });
const state = Words(
  seenIntroductionStates,
  "As who looks sees it. `requested`: it waits for your answer; `pending`: for somebody else's; `agreed`: both agreed; `declined`: you said no; `withdrawn`: you took it back; `expired`: your time to answer ran out; `notThisTime`: it is over. Nobody is told of another's no.",
);
const role = Words(introductionRoles, "Which part they have in it.");

export const IntroductionInput = Strict(
  {
    by: PersonRef,
    introducer: PersonRef,
    target: PersonRef,
    purpose: Type.Optional({ ...purpose, default: "information" }),
    blurb,
    note: Type.Optional(note),
    email: Type.Optional(email("your")),
  },
  {
    title: "IntroductionInput",
    description: "`by` asks `introducer` to be introduced to `target`.",
  },
);
export type IntroductionInput = Static<typeof IntroductionInput>;

export const IntroductionBy = Strict({ by: PersonRef }, { title: "IntroductionBy" });

export const AcceptInput = Strict(
  { by: PersonRef, email: Type.Optional(email("the target's")) },
  { title: "IntroductionAcceptance" },
);
export const DeclineInput = Strict(
  { by: PersonRef, reason: Type.Optional(reason) },
  { title: "IntroductionDecline" },
);
export const ReportInput = Strict(
  { by: PersonRef, report: Type.Optional(report) },
  { title: "IntroductionReport" },
);

export const IntroductionBody = Strict(
  {
    id: Type.String({ description: "`itr_…`" }),
    state,
    role: Nullable(role, { description: "Of who looks; `null` for the platform." }),
    requester: PersonBriefBody,
    introducer: PersonBriefBody,
    target: PersonBriefBody,
    purpose,
    blurb,
    note: Nullable(note, { description: "To the introducer alone; `null` for the target." }),
    requestedAt: Instant("When it was asked for."),
    closesAt: Instant("When it is over unless both agreed; who asked hears of nothing before."),
    answerBy: Nullable(Instant("Until when your answer is waited for.")),
    agreedAt: Nullable(Instant("When both had agreed.")),
    madeAt: Nullable(Instant("When they were introduced.")),
    thankedAt: Nullable(Instant("When the introducer was thanked.")),
    reportedAt: Nullable(Instant("When the introducer was told how it went.")),
    report: Nullable(report, { description: "For who asked and the introducer." }),
    reason: Nullable(reason, { description: "Your own, where you declined." }),
    contact: Nullable(
      Strict({
        email: Nullable(Type.String(), { description: "`null`: the other shares none." }),
        until: Instant("How long it is shown."),
      }),
      { description: "How requester and target reach each other; `null` unless both agreed." },
    ),
    actions: Type.Array(Words(introductionActions, "What can be done."), {
      description: "What who looks can do now.",
    }),
    text: Nullable(Type.String(), { description: "Where it stands, for who looks." }),
  },
  { title: "Introduction" },
);
export type IntroductionBody = Static<typeof IntroductionBody>;

export const IntroductionPage = Page(IntroductionBody, "IntroductionPage");

export const IntroductionParams = Strict({
  introduction: IdRef("introduction", "The introduction's id: `itr_…`."),
});

export const IntroductionForQuery = Strict({ for: Type.Optional(PersonRef) });

export const IntroductionQuery = Strict({
  person: Type.Optional(PersonRef),
  role: Type.Optional(role),
  state: Type.Optional(state),
  limit,
  cursor,
});
export type IntroductionQuery = Static<typeof IntroductionQuery>;
