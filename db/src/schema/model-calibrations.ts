import {
  boolean,
  doublePrecision,
  integer,
  jsonb,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, kith, tenantId } from "./columns.ts";

/** What calibrations of a tenant's model found, adopted or not. */
export const modelCalibrations = kith.table(
  "model_calibrations",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    /** Counts the tenant's calibrations from 1. */
    number: integer("number").notNull(),
    outcome: text("outcome", { enum: ["better", "notBetter", "tooLittleData"] }).notNull(),
    adopted: boolean("adopted").notNull().default(false),
    horizonDays: integer("horizon_days").notNull(),
    windows: integer("windows").notNull(),
    scaleBefore: doublePrecision("scale_before").notNull(),
    scaleAfter: doublePrecision("scale_after").notNull(),
    findings: jsonb("findings").$type<Record<string, unknown>>().notNull(),
    measuredAt: instant("measured_at").notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
