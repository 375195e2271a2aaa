import { primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, createdAt, instant, kith, tenantId } from "./columns.ts";

/** A tenant's own keys: one hashes what must not come back, the other signs receipts. */
export const erasureKeys = kith.table("erasure_keys", {
  tenantId: uuid("tenant_id").primaryKey(),
  suppressionKey: bytes("suppression_key").notNull(),
  /** Ed25519, PKCS #8. */
  signingKey: bytes("signing_key").notNull(),
  createdAt: createdAt(),
});

/** What can be shown of an erasure, without saying who it was. */
export const erasureReceipts = kith.table(
  "erasure_receipts",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    statement: text("statement").notNull(),
    signature: bytes("signature").notNull(),
    erasedAt: instant("erased_at").notNull(),
    /** Ed25519, SubjectPublicKeyInfo; of an imported receipt only. */
    publicKey: bytes("public_key"),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

/** Keyed hashes of identifiers of erased people. */
export const suppressions = kith.table(
  "suppressions",
  {
    tenantId: tenantId(),
    hash: bytes("hash").notNull(),
    kind: text("kind", { enum: ["externalId", "email"] }).notNull(),
    receiptId: uuid("receipt_id"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.hash] })],
);
