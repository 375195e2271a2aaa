/** What an export of a tenant does with a table. */
export type Decision =
  | { as: "rows"; last?: true }
  | { as: "special"; how: string }
  | { as: "derived"; from: string }
  | { as: "left out"; why: string };

/** Exported to the letter, but for the tenant's id. */
const rows = { as: "rows" } as const;
/** As `rows`, after all others: it names people without foreign keys. */
const lastRows = { as: "rows", last: true } as const;
const special = (how: string) => ({ as: "special", how }) as const;
const derived = (from: string) => ({ as: "derived", from }) as const;
const leftOut = (why: string) => ({ as: "left out", why }) as const;

/**
 * Every table, in one line: is it the tenant's to take away, does it follow from what is, or does it
 * belong to this installation? A test compares with the database: a new table needs its line here.
 * Order does not matter, foreign keys decide it.
 */
export const decisions: Readonly<Record<string, Decision>> = {
  api_keys: leftOut("credentials: made anew where the tenant goes"),
  ask_helpers: rows,
  ask_recipients: rows,
  asks: rows,
  audit_anchors: leftOut("part of the audit chain"),
  audit_entries: leftOut(
    "evidence of what happened in this installation, sealed for its tenant id",
  ),
  audit_seals: leftOut("part of the audit chain"),
  contact_days: derived("interactions"),
  erasure_keys: special("the key that hashes suppressions goes along; the one that signs does not"),
  erasure_receipts: special("with the public key, so that they can be verified without the other"),
  event_windows: leftOut("part of the feed"),
  events: leftOut("places in the feed of one server: readers begin anew"),
  frames: rows,
  gathering_attendees: rows,
  gatherings: rows,
  goal_recipients: rows,
  goals: rows,
  idempotency_keys: leftOut("kept for a day, sealed with credentials"),
  interactions: lastRows,
  introductions: rows,
  mentorship_participants: rows,
  mentorship_programs: rows,
  mentorship_sessions: rows,
  mentorships: rows,
  milestones: rows,
  model_calibrations: rows,
  nudge_actions: rows,
  nudge_preferences: rows,
  offer_recipients: rows,
  offers: rows,
  people: rows,
  perception_checks: rows,
  person_activity: derived("interactions"),
  person_aliases: rows,
  person_search_keys: derived("people"),
  rate_counts: leftOut("counts of the current minute"),
  relationships: derived("interactions"),
  signing_secrets: leftOut("credentials: made anew where the tenant goes"),
  suppressions: rows,
  tenants: special("name, settings and revision in the first line; mode and clock stay behind"),
  tie_declarations: rows,
};
