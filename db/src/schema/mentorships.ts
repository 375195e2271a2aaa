import { boolean, integer, jsonb, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { instant, kith, tenantId } from "./columns.ts";

const changed = () => ({
  revision: integer("revision").notNull().default(1),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

export const mentorshipPrograms = kith.table(
  "mentorship_programs",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    description: text("description"),
    acrossOrganizations: boolean("across_organizations").notNull(),
    maxHoursApart: smallint("max_hours_apart"),
    closedAt: instant("closed_at"),
    ...changed(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

/** Who takes part in a programme: as mentor (with places), as mentee, or as both. */
export const mentorshipParticipants = kith.table(
  "mentorship_participants",
  {
    tenantId: tenantId(),
    programId: uuid("program_id").notNull(),
    personId: uuid("person_id").notNull(),
    seeks: boolean("seeks").notNull(),
    capacity: smallint("capacity").notNull(),
    wants: text("wants").array().notNull(),
    offers: text("offers").array().notNull(),
    notWith: uuid("not_with").array().notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.programId, table.personId] })],
);

/** In a programme, or between two people who found each other (`programId` null). */
export const mentorships = kith.table(
  "mentorships",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    programId: uuid("program_id"),
    mentorId: uuid("mentor_id").notNull(),
    menteeId: uuid("mentee_id").notNull(),
    state: text("state", {
      enum: ["proposed", "active", "paused", "completed", "ended", "declined"],
    }).notNull(),
    mentorAccepted: boolean("mentor_accepted").notNull(),
    menteeAccepted: boolean("mentee_accepted").notNull(),
    topics: text("topics").array().notNull(),
    fit: jsonb("fit"),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    mentorReflection: text("mentor_reflection"),
    menteeReflection: text("mentee_reflection"),
    ...changed(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

export const mentorshipSessions = kith.table(
  "mentorship_sessions",
  {
    tenantId: tenantId(),
    id: uuid("id").notNull(),
    mentorshipId: uuid("mentorship_id").notNull(),
    startsAt: instant("starts_at").notNull(),
    durationMinutes: integer("duration_minutes"),
    state: text("state", { enum: ["planned", "held", "cancelled"] }).notNull(),
    questions: text("questions").array().notNull(),
    feedback: text("feedback").array().notNull(),
    ideas: text("ideas").array().notNull(),
    actions: jsonb("actions").notNull(),
    ...changed(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
