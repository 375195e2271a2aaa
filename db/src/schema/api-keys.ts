import { primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, createdAt, instant, kith, tenantId } from "./columns.ts";

export const apiKeys = kith.table(
  "api_keys",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    /** The last characters of the key, to recognise it in a list; the secret itself is never stored. */
    hint: text("hint").notNull(),
    secretHash: bytes("secret_hash").notNull(),
    scopes: text("scopes").array().notNull(),
    expiresAt: instant("expires_at"),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
