import { sql } from "drizzle-orm";
import { integer, jsonb, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { instant, kith, tenantId } from "./columns.ts";

/**
 * The log: one row per recipient of an interaction, `ordinal` counting them from 0.
 * `id` is a UUIDv7 made of `occurred_at`, so the order of ids is the order of time and
 * since/until are ranges of ids. It has no foreign keys: they would cost a look-up per row;
 * ingest locks the people of a batch FOR KEY SHARE instead, erasure and merge FOR UPDATE.
 */
export const interactions = kith.table(
  "interactions",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    ordinal: smallint("ordinal").notNull(),
    fromId: uuid("from_id").notNull(),
    toId: uuid("to_id").notNull(),
    type: text("type").notNull(),
    category: text("category", { enum: ["contact", "help", "courtesy", "friction"] }).notNull(),
    occurredAt: instant("occurred_at").notNull(),
    externalId: text("external_id"),
    durationMinutes: integer("duration_minutes"),
    effort: text("effort"),
    aboutKind: text("about_kind"),
    aboutId: text("about_id"),
    metadata: jsonb("metadata").$type<Record<string, unknown>>(),
    recordedAt: instant("recorded_at").notNull().default(sql`now()`),
    voidedAt: instant("voided_at"),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id, table.ordinal] })],
);
