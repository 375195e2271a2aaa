import { askStates, goalGaps, goalKinds, goalOutcomes } from "@kith/core";
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
  updatedAt,
  WarmPathBody,
} from "../helping/schemas.ts";
import { PersonBriefBody } from "../ties/schemas.ts";

const kind = Words(goalKinds, "What the goal is: to have, to hold, to be at, or to know.");
const Target = Type.Union(
  [
    Strict({ skill: Line(200, "A skill to have.") }),
    Strict({ role: Line(200, "A role to hold.") }),
    Strict({ organization: Line(200, "An organization to be at.") }),
    Strict({ person: PersonRef }),
  ],
  { description: "What to reach: one of the four." },
);
const title = Nullable(Line(200, "The goal in one's own words."));
const note = Nullable(Line(5000, "One's own note on it. Nobody else sees it."));
const until = Nullable(Instant("By when, at most ten years ahead."), {
  description: "By when, at most ten years ahead; `null` for no date.",
});
const state = Words(
  askStates,
  "`open`: being worked towards. `expired`: its date has passed; a new `until` opens it again.",
);
const outcome = Words(goalOutcomes, "How it ended. Letting go is as good an end as any.");

const fields = {
  title: Type.Optional(title),
  note: Type.Optional(note),
  audience: Type.Optional(AudienceInput),
  until: Type.Optional(until),
};

export const GoalInput = Strict(
  { by: PersonRef, target: Target, ...fields },
  { title: "GoalInput" },
);
export type GoalInput = Static<typeof GoalInput>;

export const GoalPatch = Strict(
  { by: PersonRef, target: Type.Optional(Target), ...fields },
  { title: "GoalPatch", minProperties: 2, description: "Whose it is, and the fields to change." },
);
export type GoalPatch = Static<typeof GoalPatch>;

export const GoalClosing = Strict(
  { by: PersonRef, outcome, note: Type.Optional(note) },
  { title: "GoalClosing" },
);
export type GoalClosing = Static<typeof GoalClosing>;

export const GoalBody = Strict(
  {
    id: Type.String({ description: "`goa_…`" }),
    person: PersonBriefBody,
    kind,
    target: Nullable(Type.String(), {
      description: "The skill, role or organization; `null` where it is a person.",
    }),
    targetPerson: Nullable(PersonBriefBody, { description: "Whom to know, of `kind: person`." }),
    title,
    note,
    audience: ownAudience,
    state,
    until,
    closedAt: Nullable(Instant("When it was closed.")),
    outcome: Nullable(outcome),
    createdAt,
    updatedAt,
  },
  { title: "Goal" },
);
export type GoalBody = Static<typeof GoalBody>;

export const GoalPage = Page(GoalBody, "GoalPage");
export const GoalParams = Strict({ id: IdRef("goal", "A goal: `goa_…`.") });
export const GoalQuery = Strict({
  person: Type.Optional(PersonRef),
  side: Type.Optional(side),
  state: Type.Optional(state),
  kind: Type.Optional(kind),
  limit,
  cursor,
});

export const GoalCoverageBody = Strict(
  {
    helpers: Type.Array(HelperBody, {
      description: "Who of the circle can help already; of a person, who could introduce them.",
    }),
    toMeet: Type.Array(Strict({ person: PersonBriefBody, path: WarmPathBody }), {
      description: "Who beyond it could, over whom to get to know them; the warmest way first.",
    }),
    gaps: Type.Array(
      Strict({
        code: Words(goalGaps, "For programs; never changes."),
        text: Type.String({ description: "For people." }),
      }),
      { description: "What the goal still lacks." },
    ),
    suggestedAsks: Type.Array(
      Strict({
        code: Words(["information", "advice", "introduction"], "For programs; never changes."),
        text: Type.String({ description: "For people." }),
        to: PersonBriefBody,
        about: Nullable(PersonBriefBody, { description: "Whom to be introduced to." }),
        href: Type.String({ description: "Where to post it." }),
        ask: Strict(
          { kind: Kind, title: Type.String(), skills: Type.Array(Type.String()) },
          { description: "What to post there, to be worded by the person themselves." },
        ),
      }),
      { description: "What to ask of whom: the lightest that the tie carries." },
    ),
    at,
    model,
  },
  { title: "GoalCoverage" },
);
export type GoalCoverageBody = Static<typeof GoalCoverageBody>;
