import { sql } from "drizzle-orm";
import { integer, jsonb, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, kith, tenantId, updatedAt } from "./columns.ts";

/** The rhythm that a person wants with a whole circle, or with everybody in a role. */
export interface StoredCadence {
  of: "circle" | "role";
  name: string;
  ideal: number | null;
  max: number | null;
}

/** How a person wants to be nudged; null is the default. */
export const nudgePreferences = kith.table(
  "nudge_preferences",
  {
    tenantId: tenantId(),
    personId: uuid("person_id").notNull(),
    weeklyBudget: smallint("weekly_budget"),
    quietFrom: text("quiet_from"),
    quietTo: text("quiet_to"),
    timeZone: text("time_zone"),
    kindsOff: text("kinds_off").array().notNull().default(sql`'{}'::text[]`),
    cadences: jsonb("cadences").$type<StoredCadence[]>().notNull().default([]),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.personId] })],
);

/** What a person did with a nudge. Nudges themselves are made when they are read. */
export const nudgeActions = kith.table(
  "nudge_actions",
  {
    tenantId: tenantId(),
    personId: uuid("person_id").notNull(),
    nudgeId: uuid("nudge_id").notNull(),
    kind: text("kind").notNull(),
    subjectId: uuid("subject_id"),
    occasion: text("occasion").notNull(),
    action: text("action", { enum: ["done", "snoozed", "dismissed"] }).notNull(),
    actedAt: instant("acted_at").notNull(),
    untilAt: instant("until_at"),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.personId, table.nudgeId] })],
);
