import { sql } from "drizzle-orm";
import { bigint, customType, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, instant, kith, tenantId } from "./columns.ts";

/** xid8: the number of a transaction, as decimal text. */
const transactionId = customType<{ data: string; driverData: string }>({ dataType: () => "xid8" });

const place = () => ({
  tenantId: tenantId(),
  xid: transactionId("xid").notNull().default(sql`pg_current_xact_id()`),
  seq: bigint("seq", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
  id: uuid("id").notNull(),
});

/** What happened, for those who follow it; read in the order (xid, seq). */
export const events = kith.table(
  "events",
  {
    ...place(),
    type: text("type").notNull(),
    objectKind: text("object_kind").notNull(),
    objectId: uuid("object_id"),
    relatedId: uuid("related_id"),
    objectSequence: bigint("object_sequence", { mode: "number" }),
    data: jsonb("data").notNull().default({}),
    occurredAt: instant("occurred_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.xid, table.seq] })],
);

/** Who did what to whom; the service can add entries and read them, nothing else. */
export const auditEntries = kith.table(
  "audit_entries",
  {
    ...place(),
    actorKind: text("actor_kind").notNull(),
    actorId: uuid("actor_id"),
    operation: text("operation").notNull(),
    outcome: text("outcome").notNull(),
    objectKind: text("object_kind").notNull(),
    objectId: uuid("object_id"),
    relatedId: uuid("related_id"),
    objectCount: integer("object_count").notNull(),
    requestId: text("request_id"),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.xid, table.seq] })],
);

/** Up to where events were deleted, because they were older than the tenant keeps them. */
export const eventWindows = kith.table("event_windows", {
  tenantId: uuid("tenant_id").primaryKey(),
  uptoXid: transactionId("upto_xid").notNull(),
  uptoSeq: bigint("upto_seq", { mode: "number" }).notNull(),
  keptFrom: instant("kept_from").notNull(),
});

/** The last seal whose entries were deleted by age: from its hash the chain goes on. */
export const auditAnchors = kith.table("audit_anchors", {
  tenantId: uuid("tenant_id").primaryKey(),
  number: integer("number").notNull(),
  uptoXid: transactionId("upto_xid").notNull(),
  uptoSeq: bigint("upto_seq", { mode: "number" }).notNull(),
  hash: bytes("hash").notNull(),
  keptFrom: instant("kept_from").notNull(),
});

/** The hash chain over a tenant's audit entries. */
export const auditSeals = kith.table(
  "audit_seals",
  {
    tenantId: tenantId(),
    number: integer("number").notNull(),
    leaves: bytes("leaves").notNull(),
    uptoXid: transactionId("upto_xid").notNull(),
    uptoSeq: bigint("upto_seq", { mode: "number" }).notNull(),
    hash: bytes("hash").notNull(),
    sealedAt: instant("sealed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.number] })],
);
