import { primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, createdAt, instant, kith, tenantId } from "./columns.ts";

/** What member tokens are signed with: the public half, the private one is never stored. */
export const signingSecrets = kith.table(
  "signing_secrets",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    /** `service`: made by a process of ours, for the tokens it issues itself. */
    origin: text("origin", { enum: ["platform", "service"] }).notNull(),
    publicKey: bytes("public_key").notNull(),
    expiresAt: instant("expires_at"),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
