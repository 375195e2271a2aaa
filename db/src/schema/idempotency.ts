import { sql } from "drizzle-orm";
import { integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, createdAt, kith, tenantId } from "./columns.ts";

/** A write and its answer, stored in the write's own transaction: a retry gets the same answer. */
export const idempotencyKeys = kith.table(
  "idempotency_keys",
  {
    tenantId: tenantId(),
    actor: text("actor").notNull(),
    key: text("key").notNull(),
    /** Hash of method, path and body, to tell a retry from another request under the same key. */
    fingerprint: bytes("fingerprint").notNull(),
    status: integer("status"),
    headers: jsonb("headers").$type<Record<string, string>>(),
    body: text("body"),
    createdAt: createdAt(),
    /** Whom the answer names: it is forgotten with them. */
    personIds: uuid("person_ids").array().notNull().default(sql`'{}'::uuid[]`),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.actor, table.key] })],
);
