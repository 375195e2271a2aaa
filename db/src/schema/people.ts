import { sql } from "drizzle-orm";
import { boolean, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, int4multirange, kith, tenantId, updatedAt } from "./columns.ts";

export interface StoredPosition {
  organization: string;
  title?: string | null;
  from?: string | null;
  to?: string | null;
}

const texts = (name: string) => text(name).array().notNull().default(sql`'{}'::text[]`);

export const people = kith.table(
  "people",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    externalId: text("external_id"),
    name: text("name"),
    headline: text("headline"),
    emails: texts("emails"),
    positions: jsonb("positions").$type<StoredPosition[]>().notNull().default([]),
    skills: texts("skills"),
    interests: texts("interests"),
    values: texts("values"),
    location: text("location"),
    timeZone: text("time_zone"),
    openToIntroduce: boolean("open_to_introduce").notNull().default(true),
    metadata: jsonb("metadata").$type<Record<string, unknown>>().notNull().default({}),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

/** Former ids and external ids of merged people, pointing at the survivor. */
export const personAliases = kith.table(
  "person_aliases",
  {
    tenantId: tenantId(),
    alias: text("alias").notNull(),
    personId: uuid("person_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.alias] })],
);

export const searchKeyKinds = [
  "name",
  "email",
  "organization",
  "title",
  "skill",
  "interest",
  "value",
] as const;

/**
 * Normalised words to look people up by. Row-level security keeps PostgreSQL from using trigram,
 * full-text and array indexes, so search is a prefix range (`key >= 'ad' and key < 'ae'`) on this
 * primary key, which is collated "C".
 */
export const personSearchKeys = kith.table(
  "person_search_keys",
  {
    tenantId: tenantId(),
    kind: text("kind", { enum: searchKeyKinds }).notNull(),
    key: text("key").notNull(),
    personId: uuid("person_id").notNull(),
    /** The days, as numbers YYYYMMDD, on which what it is a key of is so; null: at any time. */
    held: int4multirange("held"),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.kind, table.key, table.personId] })],
);

/** When a person was last seen in contact with anyone. */
export const personActivity = kith.table(
  "person_activity",
  {
    tenantId: tenantId(),
    personId: uuid("person_id").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.personId] })],
);
