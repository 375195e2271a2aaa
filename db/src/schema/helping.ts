import { sql } from "drizzle-orm";
import { integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, kith, tenantId } from "./columns.ts";

const texts = (name: string) => text(name).array().notNull().default(sql`'{}'::text[]`);

export const askKinds = [
  "information",
  "advice",
  "feedback",
  "introduction",
  "referral",
  "mentoring",
  "collaboration",
  "support",
  "job",
] as const;

/** Who may see an ask, an offer or a goal. */
export const helpAudiences = [
  "public",
  "network",
  "colleagues",
  "trusted",
  "circles",
  "people",
  "private",
] as const;

const own = () => ({
  tenantId: tenantId(),
  id: uuid("id").notNull(),
  personId: uuid("person_id").notNull(),
  audience: text("audience", { enum: helpAudiences }).notNull(),
  circles: texts("circles"),
  revision: integer("revision").notNull().default(1),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

/** What somebody needs. Whether it has expired is seen by the clock. */
export const asks = kith.table(
  "asks",
  {
    ...own(),
    kind: text("kind", { enum: askKinds }).notNull(),
    title: text("title").notNull(),
    text: text("text"),
    skills: texts("skills"),
    topics: texts("topics"),
    organization: text("organization"),
    expiresAt: instant("expires_at").notNull(),
    closedAt: instant("closed_at"),
    outcome: text("outcome", { enum: ["helped", "partlyHelped", "notHelped", "noLongerNeeded"] }),
    note: text("note"),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

const named = <const C extends "ask_id" | "offer_id" | "goal_id">(name: string, column: C) =>
  kith.table(
    name,
    {
      tenantId: tenantId(),
      objectId: uuid(column).notNull(),
      personId: uuid("person_id").notNull(),
    },
    (table) => [primaryKey({ columns: [table.tenantId, table.objectId, table.personId] })],
  );

/** Whom an ask, an offer or a goal names, where it is for named people. */
export const askRecipients = named("ask_recipients", "ask_id");
export const offerRecipients = named("offer_recipients", "offer_id");
export const goalRecipients = named("goal_recipients", "goal_id");

/** Who helped with an ask, said when it was closed. */
export const askHelpers = named("ask_helpers", "ask_id");

/** What somebody can give. */
export const offers = kith.table(
  "offers",
  {
    ...own(),
    kinds: text("kinds", { enum: askKinds }).array().notNull(),
    title: text("title").notNull(),
    text: text("text"),
    skills: texts("skills"),
    topics: texts("topics"),
    /** Asks of these kinds in thirty days; null for no limit. */
    capacity: integer("capacity"),
    expiresAt: instant("expires_at"),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);

/** What somebody works towards: a skill, a role, an organization or a person. */
export const goals = kith.table(
  "goals",
  {
    ...own(),
    kind: text("kind", { enum: ["skill", "role", "organization", "person"] }).notNull(),
    target: text("target"),
    targetPersonId: uuid("target_person_id"),
    title: text("title"),
    note: text("note"),
    untilAt: instant("until_at"),
    closedAt: instant("closed_at"),
    outcome: text("outcome", { enum: ["reached", "letGo"] }),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
);
