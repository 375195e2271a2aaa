import { bigint, integer, jsonb, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, kith, updatedAt } from "./columns.ts";

export const tenants = kith.table("tenants", {
  tenantId: uuid("tenant_id").primaryKey(),
  name: text("name").notNull(),
  mode: text("mode", { enum: ["live", "test"] }).notNull(),
  /** Added to the wall clock: the test clock of a test-mode tenant. Always 0 in live mode. */
  clockOffsetMs: bigint("clock_offset_ms", { mode: "number" }).notNull().default(0),
  settings: jsonb("settings").$type<Record<string, unknown>>().notNull().default({}),
  revision: integer("revision").notNull().default(1),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});
