import { jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, kith, tenantId } from "./columns.ts";

/** What was asked about the look of a decision, by whom, and the answer. */
export const perceptionChecks = kith.table(
  "perception_checks",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    actor: text("actor").notNull(),
    decision: text("decision").notNull(),
    deciderId: uuid("decider_id").notNull(),
    subjectId: uuid("subject_id").notNull(),
    concern: text("concern", { enum: ["none", "low", "high"] }).notNull(),
    reasons: jsonb("reasons").notNull(),
    model: text("model").notNull(),
    askedAt: instant("asked_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
