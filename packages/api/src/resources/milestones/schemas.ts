import { audiences, milestoneKinds } from "@kith/core";
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
  Words,
} from "../../http/schemas.ts";
import { PersonBriefBody } from "../ties/schemas.ts";

const kind = Type.String({
  pattern: "^[a-z][a-zA-Z0-9_-]{0,39}$",
  description: `What it is: ${milestoneKinds.join(", ")}, or a kind of your own.`,
  examples: ["promotion"],
});
const title = Nullable(Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" }), {
  description: "In a line, for those who may know of it.",
});
const date = Type.String({
  pattern: "^(-|\\d{4})-\\d{2}-\\d{2}$",
  description:
    "`2026-03-02`; or `--03-02` of what comes back every year and whose first year is not told. Of 29 February in other years it is 1 March.",
  examples: ["2026-03-02", "--02-29"],
});
const yearly = Type.Boolean({
  description:
    "It comes back every year. Unless given, that is so of birthdays, work anniversaries, and of dates without a year.",
});
const audience = Words(
  audiences,
  "Who may know of it, as for the fields of a profile; `private`: nobody else.",
);

const fields = {
  title: Type.Optional(title),
  yearly: Type.Optional(yearly),
  audience: Type.Optional(audience),
};

export const MilestoneInput = Strict(
  { by: PersonRef, kind, date, ...fields },
  { title: "MilestoneInput", description: "`by`: whose milestone it is." },
);
export type MilestoneInput = Static<typeof MilestoneInput>;

export const MilestonePatch = Strict(
  { by: PersonRef, kind: Type.Optional(kind), date: Type.Optional(date), ...fields },
  { title: "MilestonePatch", minProperties: 2, description: "Whose it is, and what to change." },
);
export type MilestonePatch = Static<typeof MilestonePatch>;

export const MilestoneBody = Strict(
  {
    id: Type.String({ description: "`mil_…`" }),
    person: PersonBriefBody,
    kind,
    title,
    date,
    yearly,
    audience: Nullable(audience, {
      description: "Who may know of it; `null` to everybody but its owner.",
    }),
    nextOn: Nullable(CalendarDate("When it is next, today included."), {
      description: "When it is next, today included; `null` when it is past.",
    }),
    createdAt: Instant("When it was made."),
    updatedAt: Instant("When it was last changed."),
  },
  { title: "Milestone" },
);
export type MilestoneBody = Static<typeof MilestoneBody>;

export const MilestonePage = Page(MilestoneBody, "MilestonePage");
export const MilestoneParams = Strict({ id: IdRef("milestone", "A milestone: `mil_…`.") });
export const ByQuery = Strict({ by: PersonRef });
export const MilestoneQuery = Strict({
  person: Type.Optional(PersonRef),
  side: Type.Optional(
    Words(["own", "others"], "With `person`: only their own, or only what others let them know."),
  ),
  kind: Type.Optional(kind),
  since: Type.Optional(CalendarDate("Only what is on this day or later.")),
  until: Type.Optional(CalendarDate("Only what is on this day or earlier.")),
  limit,
  cursor,
});
