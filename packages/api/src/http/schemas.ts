import { type Static, type TSchema, Type } from "typebox";
import { problems } from "../errors.ts";
import type { IdKind } from "./ids.ts";

/** An object of known fields only: an unknown one is an error, never dropped. */
export const Strict = <P extends Record<string, TSchema>>(
  properties: P,
  options: { title?: string; description?: string; minProperties?: number } = {},
) => Type.Object(properties, { additionalProperties: false, ...options });

/** `T | null`, in the form OpenAPI 3.1 tools understand best. */
export const Nullable = <T extends TSchema>(schema: T, options: { description?: string } = {}) =>
  Type.Union([schema, Type.Null()], options);

export const Text = (
  maxLength: number,
  options: { minLength?: number; description?: string } = {},
) => Type.String({ minLength: 1, maxLength, ...options });

export const Instant = (description: string) =>
  Type.String({
    format: "date-time",
    description: `${description} RFC 3339, kept to the millisecond, answered in UTC.`,
    examples: ["2026-03-02T09:30:00.000Z"],
  });

export const CalendarDate = (description: string) =>
  Type.String({ format: "date", description, examples: ["2024-09-01"] });

/** A number in [0, 1]. */
export const Share = (description: string) => Type.Number({ minimum: 0, maximum: 1, description });

/** A closed list of words. */
export const Words = <const W extends readonly string[]>(words: W, description: string) =>
  Type.Unsafe<W[number]>(Type.String({ enum: [...words], description }));

/** A platform's own data on a thing: small, flat, untouched. */
const MetadataValue = Type.Union([
  Type.String({ maxLength: 500 }),
  Type.Number(),
  Type.Boolean(),
  Type.Null(),
]);
export const Metadata = Type.Unsafe<Record<string, Static<typeof MetadataValue>>>(
  Type.Object(
    {},
    {
      additionalProperties: MetadataValue,
      propertyNames: { minLength: 1, maxLength: 64 },
      maxProperties: 50,
      description: "Your own data: up to 50 keys with text, numbers, booleans or null.",
      examples: [{ source: "crm" }],
    },
  ),
);

/** Wherever the API takes a person: its id, or `ext:` and the platform's own id. */
export const PersonRef = Type.String({
  "x-id": "person",
  minLength: 5,
  maxLength: 260,
  description: "A person: `per_…`, or `ext:` and your own id of that person.",
  examples: ["ext:ada"],
});

/** The id of a thing in a path or body; `x-id` lets the security battery find every such place. */
export const IdRef = (
  kind: Exclude<IdKind, "person" | "tenant"> | "suppression",
  description: string,
) => Type.String({ "x-id": kind, minLength: 5, maxLength: 64, description });

export const PersonParams = Strict({ person: PersonRef });

export const limit = Type.Integer({
  minimum: 1,
  maximum: 200,
  default: 50,
  description: "How many to answer at most.",
});

export const cursor = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 1000,
    description: "`nextCursor` of the page before.",
  }),
);

/** A page of a list. */
export const Page = <T extends TSchema>(item: T, title: string) =>
  Strict(
    {
      data: Type.Array(item),
      nextCursor: Nullable(Type.String(), {
        description: "Pass it as `cursor` for the next page; `null` on the last one.",
      }),
    },
    { title },
  );

/** One thing that is wrong, and where. */
export const FieldErrorSchema = (where: string) =>
  Strict({
    pointer: Type.String({ description: where }),
    detail: Type.String(),
    code: Type.Optional(Words(["suppressed"], "Only where a program can act on the cause.")),
  });

export const ProblemSchema = Strict(
  {
    type: Type.String({ format: "uri", description: "A page that explains the code." }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: "What was wrong and what to do. For people; may change." }),
    code: Words(Object.keys(problems) as (keyof typeof problems)[], "For programs; never changes."),
    requestId: Type.String(),
    errors: Type.Array(
      FieldErrorSchema("JSON pointer into the body, or `?query`, `/path/…`, `header:…`."),
    ),
  },
  { title: "Problem", description: "RFC 9457 problem details." },
);
export type ProblemBody = Static<typeof ProblemSchema>;
