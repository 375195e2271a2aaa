import { sql } from "drizzle-orm";
import { integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, kith, tenantId, updatedAt } from "./columns.ts";

/** Where people meet: what it is, when and about what. */
export const gatherings = kith.table(
  "gatherings",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    title: text("title").notNull(),
    kind: text("kind").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    timeZone: text("time_zone"),
    location: text("location"),
    organization: text("organization"),
    topics: text("topics").array().notNull().default(sql`'{}'::text[]`),
    /** Which members find it: all of the tenant's, or those who are on its list. */
    visibility: text("visibility", { enum: ["attendees", "everyone"] })
      .notNull()
      .default("attendees"),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

/** Who is on a gathering's list, and what they answered or did. */
export const gatheringAttendees = kith.table(
  "gathering_attendees",
  {
    tenantId: tenantId(),
    gatheringId: uuid("gathering_id").notNull(),
    personId: uuid("person_id").notNull(),
    response: text("response", {
      enum: ["invited", "going", "maybe", "declined", "attended"],
    }).notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.gatheringId, table.personId] })],
);
