import { sql } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
  integer,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, day, instant, kith, tenantId, updatedAt } from "./columns.ts";

/** The set of days on which a pair was in contact. `added`: the bits that the last write brought. */
export const contactDays = kith.table(
  "contact_days",
  {
    tenantId: tenantId(),
    aId: uuid("a_id").notNull(),
    bId: uuid("b_id").notNull(),
    day: day("day").notNull(),
    mask: smallint("mask").notNull(),
    added: smallint("added").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.aId, table.bId, table.day] })],
);

const log2Sum = (name: string) =>
  doublePrecision(name).notNull().default(sql`'-Infinity'::double precision`);
const count = (name: string) => integer(name).notNull().default(0);

/** The evidence of an unordered pair (a < b). Every column is a sum, count, minimum or maximum. */
export const relationships = kith.table(
  "relationships",
  {
    tenantId: tenantId(),
    aId: uuid("a_id").notNull(),
    bId: uuid("b_id").notNull(),
    log2Weight: log2Sum("log2_weight"),
    log2RecentWeight: log2Sum("log2_recent_weight"),
    log2WeightAb: log2Sum("log2_weight_ab"),
    log2WeightBa: log2Sum("log2_weight_ba"),
    log2HelpAb: log2Sum("log2_help_ab"),
    log2HelpBa: log2Sum("log2_help_ba"),
    contactDays: count("contact_days"),
    helpDaysAb: count("help_days_ab"),
    helpDaysBa: count("help_days_ba"),
    firstDay: day("first_day"),
    lastDay: day("last_day"),
    firstContactAt: instant("first_contact_at"),
    lastContactAt: instant("last_contact_at"),
    lastAbAt: instant("last_ab_at"),
    lastBaAt: instant("last_ba_at"),
    lastConflictAt: instant("last_conflict_at"),
    lastRepairAt: instant("last_repair_at"),
    /** Derived from the evidence by the merge, stored to be filtered and sorted by. */
    strained: boolean("strained").notNull().default(false),
    dueAt: instant("due_at"),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.aId, table.bId] })],
);

/** Both directed halves of every relationship; "out" is from -> to, "in" is to -> from. */
export const ties = kith
  .view("ties", {
    tenantId: uuid("tenant_id").notNull(),
    fromId: uuid("from_id").notNull(),
    toId: uuid("to_id").notNull(),
    log2Weight: doublePrecision("log2_weight").notNull(),
    log2RecentWeight: doublePrecision("log2_recent_weight").notNull(),
    log2WeightOut: doublePrecision("log2_weight_out").notNull(),
    log2WeightIn: doublePrecision("log2_weight_in").notNull(),
    log2HelpOut: doublePrecision("log2_help_out").notNull(),
    log2HelpIn: doublePrecision("log2_help_in").notNull(),
    contactDays: integer("contact_days").notNull(),
    helpDaysOut: integer("help_days_out").notNull(),
    helpDaysIn: integer("help_days_in").notNull(),
    firstDay: day("first_day"),
    lastDay: day("last_day"),
    firstContactAt: instant("first_contact_at"),
    lastContactAt: instant("last_contact_at"),
    lastOutAt: instant("last_out_at"),
    lastInAt: instant("last_in_at"),
    lastConflictAt: instant("last_conflict_at"),
    lastRepairAt: instant("last_repair_at"),
    strained: boolean("strained").notNull(),
    dueAt: instant("due_at"),
    updatedAt: instant("updated_at").notNull(),
  })
  .existing();

/** What one side says of its tie; the other side never sees it. */
export const tieDeclarations = kith.table(
  "tie_declarations",
  {
    tenantId: tenantId(),
    fromId: uuid("from_id").notNull(),
    toId: uuid("to_id").notNull(),
    roles: text("roles").array().notNull().default(sql`'{}'::text[]`),
    context: text("context", { enum: ["professional", "personal", "both"] }),
    proximity: text("proximity"),
    horizon: text("horizon", { enum: ["project", "long-term"] }),
    circle: text("circle"),
    cadenceIdealDays: doublePrecision("cadence_ideal_days"),
    cadenceMaxDays: doublePrecision("cadence_max_days"),
    paused: boolean("paused").notNull().default(false),
    note: text("note"),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.fromId, table.toId] })],
);
