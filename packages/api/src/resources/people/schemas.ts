import { type Static, Type } from "typebox";
import { Audiences } from "../../http/audiences.ts";
import {
  cursor,
  FieldErrorSchema,
  Instant,
  limit,
  Metadata,
  Nullable,
  Page,
  PersonRef,
  Strict,
} from "../../http/schemas.ts";
import { SignedReceipt } from "../erasure-receipts/schemas.ts";
import { ExportedAttendance } from "../gatherings/schemas.ts";
import { exportedHelping } from "../helping/export-schemas.ts";
import { InteractionBody } from "../interactions/schemas.ts";
import { IntroductionBody } from "../introductions/schemas.ts";
import { ExportedMentorship, ExportedParticipation } from "../mentorships/schemas.ts";
import { MilestoneBody } from "../milestones/schemas.ts";
import { ExportedNudgeAction, NudgePreferencesBody } from "../nudges/schemas.ts";
import { Declared } from "../ties/schemas.ts";

/** Text with something to read in it. */
const Line = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, pattern: "\\S", description });

const List = (maxLength: number, description: string) =>
  Type.Array(Line(maxLength, "Any wording; compared without regard to case and accents."), {
    maxItems: 100,
    description,
  });

/** A day, month or year: what people know of their past. */
const PartialDate = (description: string) =>
  Type.String({
    pattern: "^(19|20|21)\\d\\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
    description: `${description} \`YYYY-MM-DD\`, \`YYYY-MM\` or \`YYYY\`.`,
    examples: ["2019-09-01"],
  });

const ExternalId = Type.String({
  minLength: 1,
  maxLength: 255,
  description: "Your own id of the person. Compared letter by letter; usable as `ext:…`.",
  examples: ["ada"],
});

const organization = Line(200, "Name of the organization.");
const title = Nullable(Line(200, "Their role there."));
const from = Nullable(PartialDate("The first day."));
const to = Nullable(PartialDate("The last day; `null` while it lasts."));

export const PositionInput = Strict(
  {
    organization,
    title: Type.Optional(title),
    from: Type.Optional(from),
    to: Type.Optional(to),
  },
  { title: "PositionInput" },
);
export const Position = Strict({ organization, title, from, to }, { title: "Position" });

const name = Nullable(Line(200, "`null` while only referenced."));
const headline = Nullable(Line(500, "One line on what they do."));
const emails = Type.Array(Type.String({ format: "email", maxLength: 254 }), {
  maxItems: 20,
  description: "E-mail addresses.",
});
const positions = (item: typeof PositionInput | typeof Position) =>
  Type.Array(item, { maxItems: 50, description: "Where they work and worked." });
const skills = List(100, "What they can do.");
const interests = List(100, "What they like to talk about.");
const values = List(100, "What matters to them.");
const location = Nullable(Line(200, "Where they are."));
const timeZone = Nullable(
  Type.String({ minLength: 1, maxLength: 64, description: "IANA time zone: Europe/Berlin." }),
);
const openToIntroduce = Type.Boolean({
  description: "Whether paths may lead through them; `true` until said otherwise.",
});

const profileInput = {
  name: Type.Optional(name),
  headline: Type.Optional(headline),
  emails: Type.Optional(emails),
  positions: Type.Optional(positions(PositionInput)),
  skills: Type.Optional(skills),
  interests: Type.Optional(interests),
  values: Type.Optional(values),
  location: Type.Optional(location),
  timeZone: Type.Optional(timeZone),
  openToIntroduce: Type.Optional(openToIntroduce),
  metadata: Type.Optional(Metadata),
};

export const ProfileInput = Strict(profileInput);

export const PersonInput = Strict(
  { externalId: Type.Optional(Nullable(ExternalId)), ...profileInput },
  { title: "PersonInput" },
);
export type PersonInput = Static<typeof PersonInput>;

export const PersonPatch = Strict(
  { externalId: Type.Optional(Nullable(ExternalId)), ...profileInput },
  { title: "PersonPatch", minProperties: 1 },
);
export type PersonPatch = Static<typeof PersonPatch>;

export const PersonUpsert = Strict(
  { externalId: Type.Optional(ExternalId), ...profileInput },
  { title: "PersonUpsert", description: "The whole profile: what it does not name is emptied." },
);
export type PersonUpsert = Static<typeof PersonUpsert>;

export const PersonBatchItem = Strict(
  { externalId: ExternalId, ...profileInput },
  { title: "PersonBatchItem", description: "The whole profile of the person with this id." },
);
export type PersonBatchItem = Static<typeof PersonBatchItem>;

export const maxBatch = 1_000;
const batchItems = Type.Array(PersonBatchItem, { maxItems: maxBatch });
export const PersonBatch = Type.Union([Strict({ people: batchItems }), batchItems], {
  title: "PersonBatch",
  description: "The people, alone or in an object. At most 1,000.",
});

export const PersonBatchResult = Strict(
  {
    created: Type.Integer({ description: "How many people are new." }),
    updated: Type.Integer({ description: "How many were there and are changed." }),
    unchanged: Type.Integer({ description: "How many were there as sent." }),
    rejected: Type.Array(
      Strict({
        index: Type.Integer({ description: "Which item, from 0." }),
        errors: Type.Array(FieldErrorSchema("JSON pointer into the item.")),
      }),
      { description: "Items that were not stored, and why. All others were." },
    ),
  },
  { title: "PersonBatchResult" },
);
export type PersonBatchResult = Static<typeof PersonBatchResult>;

export const PersonBody = Strict(
  {
    id: Type.String({ description: "`per_…`" }),
    externalId: Nullable(ExternalId),
    name,
    headline,
    emails,
    positions: positions(Position),
    skills,
    interests,
    values,
    location,
    timeZone,
    openToIntroduce: Nullable(openToIntroduce, {
      description:
        "Whether paths may lead through them. `null`: not for this member to know, as all that is empty may be.",
    }),
    metadata: Metadata,
    createdAt: Instant("When it was recorded."),
    updatedAt: Nullable(Instant("When it was last changed."), {
      description: "When it was last changed; `null` where a member looks at somebody else.",
    }),
  },
  { title: "Person" },
);
export type PersonBody = Static<typeof PersonBody>;

export const PersonPage = Page(PersonBody, "PersonPage");

const Filter = (maxLength: number, description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength, pattern: "\\S", description }));

export const PersonListQuery = Strict({
  q: Filter(
    100,
    "Words that all begin a word of the name, or an e-mail address: `q=ad lov` finds Ada Lovelace.",
  ),
  organization: Filter(200, "The whole name of an organization of any of their positions."),
  role: Filter(200, "The whole title of any of their positions."),
  skill: Filter(100, "The whole wording of one of their skills."),
  email: Filter(254, "One of their whole addresses."),
  updatedSince: Type.Optional(
    Instant("Everybody changed since, least recently changed first; see the description."),
  ),
  limit,
  cursor,
});
export type PersonListQuery = Static<typeof PersonListQuery>;

export const MergeInput = Strict(
  { into: PersonRef },
  { title: "PersonMergeInput", description: "The person who stays." },
);

const Count = (description: string) => Type.Integer({ minimum: 0, description });

export const MergeResult = Strict(
  {
    person: PersonBody,
    mergedId: Type.String({ description: "The id that now leads to the person." }),
    moved: Strict({
      interactions: Count("Interactions that now name the person."),
      declarations: Count("Declared ties, of both sides, that now name the person."),
    }),
    dropped: Strict({
      selfInteractions: Count("Interactions between the two, who are one now."),
      declarations: Count("Declared ties between the two, or already declared by who stays."),
    }),
  },
  { title: "PersonMergeResult" },
);
export type MergeResult = Static<typeof MergeResult>;

export const Erasure = Strict(
  {
    id: Type.String({ description: "The id of who was erased." }),
    erasedAt: Instant("When it was done."),
    erased: Strict({
      interactions: Count("Interactions they took part in; other recipients keep theirs."),
      relationships: Count("Relationships with others."),
      contactDays: Count("Days of contact with others."),
      declarations: Count("Declared ties, by them and by others about them."),
      aliases: Count("Former ids of people merged into them."),
    }),
    receipt: SignedReceipt,
  },
  { title: "Erasure", description: "To file: only `receipt` is kept, and it does not tell who." },
);
export type Erasure = Static<typeof Erasure>;

const Email = Type.String({ format: "email", maxLength: 254 });

export const ErasureInput = Type.Unsafe<{ email: string } | { externalId: string }>(
  Type.Object(
    { email: Type.Optional(Email), externalId: Type.Optional(ExternalId) },
    {
      additionalProperties: false,
      minProperties: 1,
      maxProperties: 1,
      title: "ErasureInput",
      description: "The one identifier by which to erase.",
    },
  ),
);
export type ErasureInput = Static<typeof ErasureInput>;

export const Erasures = Strict(
  {
    receipts: Type.Array(SignedReceipt, {
      description: "One for each person who was erased; none when nobody had the identifier.",
    }),
  },
  { title: "Erasures" },
);

export const ExportedInteraction = Strict(
  {
    ...InteractionBody.properties,
    voidedAt: Nullable(Instant("When it was taken back; it no longer counts.")),
  },
  { title: "ExportedInteraction" },
);

export const ExportedTie = Strict(
  {
    to: Type.String({ description: "The other person: `per_…`." }),
    contactDays: Count("Days with contact."),
    givenDays: Count("Days on which they helped the other."),
    receivedDays: Count("Days on which the other helped them."),
    firstContactAt: Nullable(Instant("First contact.")),
    lastContactAt: Nullable(Instant("Last contact.")),
    lastOutAt: Nullable(Instant("When they last reached out.")),
    lastInAt: Nullable(Instant("When the other last reached out.")),
    lastConflictAt: Nullable(Instant("Last friction.")),
    lastRepairAt: Nullable(Instant("Last repair.")),
  },
  { title: "ExportedTie" },
);

export const ExportedDeclaration = Strict(
  { to: Type.String({ description: "The other person: `per_…`." }), declared: Declared },
  { title: "ExportedDeclaration" },
);

export const PersonExport = Strict(
  {
    exportedAt: Instant("When it was read."),
    person: PersonBody,
    frame: Audiences,
    formerIds: Type.Array(Type.String(), { description: "Ids of people merged into this one." }),
    lastSeenAt: Nullable(Instant("When they were last in contact with anyone.")),
    interactions: Type.Array(ExportedInteraction, {
      description: "Newest first, sent and received, voided ones too; at most 20,000.",
    }),
    interactionsComplete: Type.Boolean({
      description: "`false` when there are more: page through `GET /v1/interactions?person=…`.",
    }),
    ties: Type.Array(ExportedTie, { description: "The evidence of their ties." }),
    ...exportedHelping,
    declarations: Type.Array(ExportedDeclaration, {
      description: "What they declared about their ties. Never what others declared.",
    }),
    introductions: Type.Array(IntroductionBody, {
      description: "Those in which they take part, as they see them; at most 10,000.",
    }),
    mentorships: Type.Array(ExportedMentorship, { description: "As they see them." }),
    participations: Type.Array(ExportedParticipation, {
      description: "The mentorship programmes in which they take part, and with what.",
    }),
    milestones: Type.Array(MilestoneBody, { description: "Their own, whoever may know of them." }),
    attendance: Type.Array(ExportedAttendance, {
      description: "On which gatherings' lists they are, and what they answered.",
    }),
    nudgePreferences: NudgePreferencesBody,
    nudgeActions: Type.Array(ExportedNudgeAction, {
      description: "What they did with nudges, the latest first; at most 5,000.",
    }),
  },
  { title: "PersonExport" },
);
export type PersonExport = Static<typeof PersonExport>;
