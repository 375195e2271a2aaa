import { nudgeActionKinds, nudgeCodes, nudgeKinds, nudgePriorities } from "@kith/core";
import { type Static, Type } from "typebox";
import { IdRef, Instant, Nullable, PersonRef, Strict, Text, Words } from "../../http/schemas.ts";
import { PersonBriefBody } from "../ties/schemas.ts";

const kind = Words(nudgeKinds, "What it suggests.");
const code = Words(nudgeCodes, "Why it comes. For programs; never changes.");
const about = Nullable(
  Strict({
    kind: Words(["ask", "gathering", "goal", "milestone"], "What kind of thing."),
    id: Type.String(),
  }),
  { description: "What it is about, where that has an id of its own." },
);
const id = Type.String({
  description: "`nud_…`: the same occasion has the same id whenever you ask.",
});
const text = Type.String({ description: "What to do, for the person who is nudged." });
const reason = Type.String({ description: "Why now, for the person who is nudged." });

export const NudgeBody = Strict(
  {
    id,
    kind,
    code,
    text,
    reason,
    priority: Words(nudgePriorities, "Among all kinds; the list is in this order."),
    person: Nullable(PersonBriefBody, { description: "Whom it is about; `null` for nobody." }),
    about,
    evidence: Strict({
      occurredAt: Nullable(Instant("When what it is about happened, or happens.")),
      lastContactAt: Nullable(Instant("Last contact with the person before it came.")),
      types: Type.Array(Type.String(), {
        description: "The types of help; the kind of a milestone, an ask or a goal.",
      }),
    }),
    since: Instant("Since when it is worth it."),
    until: Nullable(Instant("Until when it comes naturally; `null`: no end.")),
  },
  { title: "Nudge" },
);
export type NudgeBody = Static<typeof NudgeBody>;

export const NudgesBody = Strict(
  {
    data: Type.Array(NudgeBody, { description: "The first comes first. Empty in quiet hours." }),
    nextCursor: Type.Null({
      description: "Always `null`: there are as many as the budget, at most.",
    }),
    week: Strict(
      {
        startsAt: Instant("Monday, 00:00, where the person is."),
        endsAt: Instant("The next Monday."),
        timeZone: Type.String({ description: "As preferred, else of the profile, else UTC." }),
        budget: Type.Integer({ description: "Different nudges in this week, at most." }),
        left: Type.Integer({ description: "How many of them may still come this week." }),
      },
      { description: "The week that the budget is of." },
    ),
    quietUntil: Nullable(Instant("Until when the person's quiet hours last; `null`: none now.")),
    at: Instant("When the nudges were made."),
  },
  { title: "Nudges" },
);
export type NudgesBody = Static<typeof NudgesBody>;

export const CalendarQuery = Strict({
  days: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 366, default: 60, description: "How far ahead." }),
  ),
});

export const NudgeCalendarBody = Strict(
  {
    data: Type.Array(
      Strict({
        id,
        kind,
        code,
        date: Type.String({ format: "date", description: "Where the person is." }),
        text,
        reason,
        person: Nullable(PersonBriefBody),
        about,
      }),
      { description: "By date; what is due already is on today. At most 200." },
    ),
    nextCursor: Type.Null({ description: "Always `null`." }),
    timeZone: Type.String(),
    at: Instant("When it was made."),
  },
  { title: "NudgeCalendar" },
);
export type NudgeCalendarBody = Static<typeof NudgeCalendarBody>;

export const NudgeCalendarFile = Type.String({
  description: "The same as all-day events (RFC 5545); their UIDs are stable.",
});

export const NudgeParams = Strict({ nudge: IdRef("nudge", "The nudge: `nud_…`.") });

export const NudgeBy = Strict(
  { by: PersonRef },
  { title: "NudgeBy", description: "The person whom the nudge is for." },
);

export const SnoozeInput = Strict(
  { by: PersonRef, until: Instant("When it may come again: later than now, within 366 days.") },
  { title: "NudgeSnooze", description: "`by` is the person whom the nudge is for." },
);

export const NudgeActionBody = Strict(
  {
    id,
    kind,
    action: Words(nudgeActionKinds, "What was done with it."),
    actedAt: Instant("When."),
    until: Nullable(Instant("When it may come again; only of a snoozed one.")),
  },
  { title: "NudgeAction" },
);
export type NudgeActionBody = Static<typeof NudgeActionBody>;

export const ExportedNudgeAction = Type.Object(
  {
    ...NudgeActionBody.properties,
    about: Nullable(Type.String(), { description: "Whom it was about: `per_…`." }),
  },
  { additionalProperties: false, title: "ExportedNudgeAction" },
);
export type ExportedNudgeAction = Static<typeof ExportedNudgeAction>;

const Clock = (description: string) =>
  Type.String({ pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$", description, examples: ["22:00"] });
const Days = (description: string) =>
  Nullable(Type.Number({ exclusiveMinimum: 0, maximum: 36_500, description }));

const weeklyBudget = Nullable(
  Type.Integer({ minimum: 0, maximum: 20, description: "0: none at all." }),
  { description: "Different nudges in a week, at most; `null`: as by default." },
);
const quietHours = Nullable(
  Strict({ from: Clock("Local time."), to: Clock("Local time, of the next day if earlier.") }),
  { description: "When no nudges are answered; `null`: never." },
);
const timeZone = Nullable(Text(64, { description: "IANA time zone: Europe/Berlin." }), {
  description: "`null`: that of the profile, else UTC.",
});
const kindsOff = Type.Array(kind, {
  maxItems: 50,
  uniqueItems: true,
  description: "Kinds that are not wanted.",
});
const cadences = Type.Array(
  Strict({
    of: Words(["circle", "role"], "Of which group of ties."),
    name: Text(200, { description: "The circle, or the role, as declared of ties." }),
    idealDays: Days("How often the person wants to be in touch."),
    maxDays: Days("The longest silence that suits them."),
  }),
  {
    maxItems: 100,
    description: "Rhythms for whole circles and roles. What a tie declares itself goes first.",
  },
);

export const NudgePreferencesInput = Strict(
  {
    weeklyBudget: Type.Optional(weeklyBudget),
    quietHours: Type.Optional(quietHours),
    timeZone: Type.Optional(timeZone),
    kindsOff: Type.Optional(kindsOff),
    cadences: Type.Optional(cadences),
  },
  { title: "NudgePreferencesInput" },
);
export type NudgePreferencesInput = Static<typeof NudgePreferencesInput>;

export const NudgePreferencesBody = Strict(
  {
    person: Type.String({ description: "`per_…`" }),
    weeklyBudget,
    quietHours,
    timeZone,
    kindsOff,
    cadences,
    updatedAt: Nullable(Instant("`null`: nothing was chosen yet.")),
  },
  { title: "NudgePreferences" },
);
export type NudgePreferencesBody = Static<typeof NudgePreferencesBody>;
