import { boolean, integer, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, kith, tenantId, updatedAt } from "./columns.ts";

/** What happened in a person's life that others may congratulate on. */
export const milestones = kith.table(
  "milestones",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    kind: text("kind").notNull(),
    title: text("title"),
    /** null: it comes back every year, and of which year it was is not told. */
    year: smallint("year"),
    month: smallint("month").notNull(),
    day: smallint("day").notNull(),
    yearly: boolean("yearly").notNull(),
    /** Who may know of it, as for the fields of a profile. */
    audience: text("audience", {
      enum: ["public", "network", "colleagues", "trusted", "private"],
    })
      .notNull()
      .default("network"),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
