import { integer, jsonb, primaryKey, uuid } from "drizzle-orm/pg-core";
import { createdAt, kith, tenantId, updatedAt } from "./columns.ts";

/** For whom each field of a person's profile is, where the person says other than the tenant. */
export const frames = kith.table(
  "frames",
  {
    tenantId: tenantId(),
    personId: uuid("person_id").notNull(),
    audiences: jsonb("audiences").$type<Record<string, string>>().notNull().default({}),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.personId] })],
);
