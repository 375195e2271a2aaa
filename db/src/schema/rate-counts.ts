import { integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { kith, tenantId } from "./columns.ts";

/** Calls handed out to processes in the current minute; unlogged. */
export const rateCounts = kith.table(
  "rate_counts",
  {
    tenantId: tenantId(),
    kind: text("kind", { enum: ["key", "member", "tenant"] }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** Since the epoch. */
    minute: integer("minute").notNull(),
    quota: integer("quota").notNull(),
    used: integer("used").notNull(),
    /** What the last statement took. */
    granted: integer("granted").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.kind, table.subjectId] })],
);
