import { primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, kith, tenantId } from "./columns.ts";

/** Who asks whom to be introduced to whom, and where that stands. */
export const introductions = kith.table(
  "introductions",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    requesterId: uuid("requester_id").notNull(),
    introducerId: uuid("introducer_id").notNull(),
    targetId: uuid("target_id").notNull(),
    purpose: text("purpose", {
      enum: ["information", "advice", "mentoring", "collaboration", "referral", "job"],
    }).notNull(),
    blurb: text("blurb").notNull(),
    note: text("note"),
    state: text("state", {
      enum: [
        "requested",
        "introducerAgreed",
        "targetAgreed",
        "made",
        "thanked",
        "reported",
        "declinedByIntroducer",
        "declinedByTarget",
        "withdrawn",
      ],
    })
      .notNull()
      .default("requested"),
    requestedAt: instant("requested_at").notNull(),
    introducerAgreedAt: instant("introducer_agreed_at"),
    targetAgreedAt: instant("target_agreed_at"),
    madeAt: instant("made_at"),
    thankedAt: instant("thanked_at"),
    reportedAt: instant("reported_at"),
    introducerReason: text("introducer_reason"),
    targetReason: text("target_reason"),
    requesterEmail: text("requester_email"),
    targetEmail: text("target_email"),
    report: text("report"),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
