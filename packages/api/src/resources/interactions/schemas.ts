import { interactionCategories, interactionTypes } from "@kith/core";
import { type Static, type TSchema, Type } from "typebox";
import {
  cursor,
  FieldErrorSchema,
  IdRef,
  Instant,
  limit,
  Metadata,
  Nullable,
  Page,
  PersonRef,
  Strict,
  Text,
  Words,
} from "../../http/schemas.ts";

/** Most interactions in one batch, most recipients of one, and most recipients in one batch. */
export const maxItems = 10_000;
export const maxRecipients = 100;
export const maxBatchRecipients = 50_000;

const type = Type.String({
  pattern: "^[a-z][a-zA-Z0-9_-]{0,39}$",
  description: `What happened: ${Object.keys(interactionTypes).join(", ")}, or a type of your tenant's own.`,
  examples: ["advice"],
});
const durationMinutes = Type.Integer({
  minimum: 0,
  maximum: 43_200,
  description: "How long it took.",
});
const effort = Words(["low", "medium", "high"], "What it cost the one who acted.");
const aboutId = Text(100, { description: "The id of what it was about." });

export const aboutKinds = ["ask", "introduction", "gathering", "mentorship"] as const;
export type AboutKind = (typeof aboutKinds)[number];

const about = Type.Object(
  {
    ask: Type.Optional(aboutId),
    introduction: Type.Optional(aboutId),
    gathering: Type.Optional(aboutId),
    mentorship: Type.Optional(aboutId),
  },
  {
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
    description: "What it was about: exactly one of these.",
    examples: [{ gathering: "spring-dinner" }],
  },
);

const itemFields = {
  externalId: Type.Optional(
    Text(255, {
      description:
        "Your own id of this event. The same one again is a duplicate, whatever else it says: nothing is recorded.",
    }),
  ),
  type,
  from: PersonRef,
  to: Type.Array(PersonRef, {
    minItems: 1,
    maxItems: maxRecipients,
    description: "Whom it reached. In help, `from` gives and `to` receive.",
  }),
  occurredAt: Instant("When it happened: from 1970 until five minutes from now."),
  durationMinutes: Type.Optional(durationMinutes),
  effort: Type.Optional(effort),
  about: Type.Optional(about),
  metadata: Type.Optional(Metadata),
} satisfies Record<string, TSchema>;

const createPeople = Type.Boolean({
  description:
    "Create the people that are named by `ext:` and not known yet, without a name. Default false: an interaction with an unknown person is refused.",
});

export const NewInteraction = Strict(itemFields, { title: "NewInteraction" });
export type NewInteraction = Static<typeof NewInteraction>;

export const InteractionCreate = Strict(
  { ...itemFields, createPeople: Type.Optional(createPeople) },
  { title: "InteractionCreate" },
);
export type InteractionCreate = Static<typeof InteractionCreate>;

const items = Type.Array(NewInteraction, { maxItems });
export const InteractionBatch = Type.Union(
  [Strict({ interactions: items, createPeople: Type.Optional(createPeople) }), items],
  {
    title: "InteractionBatch",
    description: "The interactions, alone or with options. At most 10,000.",
  },
);

export const BatchQuery = Strict({ createPeople: Type.Optional(createPeople) });

export const BatchResult = Strict(
  {
    created: Type.Integer({ minimum: 0, description: "How many were recorded." }),
    duplicates: Type.Integer({
      minimum: 0,
      description: "How many had an `externalId` that is taken: nothing was changed by them.",
    }),
    rejected: Type.Array(
      Strict({
        index: Type.Integer({
          minimum: 0,
          description: "Which one, counted from 0; in NDJSON the line, blank ones counted.",
        }),
        errors: Type.Array(FieldErrorSchema("JSON pointer into the interaction.")),
      }),
      { description: "Those that are not valid. Correct them and send them again." },
    ),
  },
  { title: "InteractionBatchResult" },
);
export type BatchResult = Static<typeof BatchResult>;

const PersonId = (description: string) =>
  Type.String({ description, examples: ["per_01h455vb4pex5vsknk084sn02q"] });

export const InteractionBody = Strict(
  {
    id: Type.String(),
    externalId: Nullable(Type.String()),
    type,
    category: Words(interactionCategories, "What kind of evidence it is."),
    from: PersonId("Who acted."),
    to: Type.Array(PersonId("Whom it reached.")),
    occurredAt: Instant("When it happened."),
    durationMinutes: Nullable(durationMinutes),
    effort: Nullable(effort),
    about: Nullable(about),
    metadata: Nullable(Metadata),
    recordedAt: Instant("When you told Kith."),
  },
  { title: "Interaction" },
);
export type InteractionBody = Static<typeof InteractionBody>;

export const InteractionPage = Page(InteractionBody, "InteractionPage");

export const InteractionParams = Strict({ id: IdRef("interaction", "An interaction: `int_…`.") });

export const InteractionQuery = Strict({
  person: Type.Optional(PersonRef),
  with: Type.Optional(PersonRef),
  type: Type.Optional(type),
  since: Type.Optional(Instant("Only what happened at this instant or later.")),
  until: Type.Optional(Instant("Only what happened before this instant.")),
  limit: Type.Optional(limit),
  cursor,
});
export type InteractionQuery = Static<typeof InteractionQuery>;
