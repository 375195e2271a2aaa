/**
 * What a member may do, of every operation there is. A platform's server may do anything that its
 * key's scopes allow; a member acts for one person only, from a browser.
 *
 * - `never`: for the platform alone.
 * - `anyone`: allowed; of other people the answer shows what their frames let the member see.
 * - `{self}`: allowed where this parameter, in the path, the query or the body, names the member. For
 *   anybody else the answer is that of a person who never was. `person` and `from` name whose side it
 *   is, `by` who acts, `for` whom the answer is for.
 */
export type MemberPermission =
  | "never"
  | "anyone"
  | { readonly self: "person" | "from" | "by" | "for" };

const own = { self: "person" } as const;
const ownSide = { self: "from" } as const;
const acting = { self: "by" } as const;
const asking = { self: "for" } as const;

export const memberPermissions: Readonly<Record<string, MemberPermission>> = {
  "apiKeys.create": "never",
  "apiKeys.get": "never",
  "apiKeys.list": "never",
  "apiKeys.revoke": "never",
  "asks.close": { self: "by" },
  "asks.create": { self: "by" },
  "asks.get": "anyone",
  "asks.helpers": "anyone",
  "asks.list": own,
  "asks.update": { self: "by" },
  "auditEntries.list": "never",
  "erasureReceipts.get": "never",
  "events.list": "never",
  "frame.get": own,
  "frame.update": own,
  "health.get": own,
  "health.overview": "never",
  "goals.close": { self: "by" },
  "goals.create": { self: "by" },
  "goals.get": "anyone",
  "goals.list": own,
  "goals.update": { self: "by" },
  "interactions.create": "never",
  "interactions.createBatch": "never",
  "interactions.delete": "never",
  "interactions.get": "never",
  "interactions.list": "never",
  "introductions.accept": acting,
  "introductions.complete": acting,
  "introductions.create": acting,
  "introductions.decline": acting,
  "introductions.get": asking,
  "introductions.list": own,
  "introductions.report": acting,
  "introductions.thank": acting,
  "introductions.withdraw": acting,
  "memberTokens.create": "never",
  "mentorshipPrograms.create": "never",
  "mentorshipPrograms.get": "anyone",
  "mentorshipPrograms.join": own,
  "mentorshipPrograms.leave": own,
  "mentorshipPrograms.list": "anyone",
  "mentorshipPrograms.listParticipants": "never",
  "mentorshipPrograms.match": "never",
  "mentorshipPrograms.update": "never",
  "mentorships.accept": acting,
  "mentorships.agenda": asking,
  "mentorships.complete": acting,
  "mentorships.create": acting,
  "mentorships.decline": acting,
  "mentorships.end": acting,
  "mentorships.get": asking,
  "mentorships.list": own,
  "mentorships.listSessions": asking,
  "mentorships.pause": acting,
  "mentorships.planSession": acting,
  "mentorships.reflect": acting,
  "mentorships.resume": acting,
  "mentorships.updateSession": acting,
  "milestones.create": acting,
  "milestones.delete": acting,
  "milestones.get": "anyone",
  "milestones.list": own,
  "milestones.update": acting,
  "model.calibrate": "never",
  "model.get": "never",
  "model.listCalibrations": "never",
  "model.update": "never",
  "network.get": own,
  "offers.create": { self: "by" },
  "offers.delete": { self: "by" },
  "offers.get": "anyone",
  "offers.list": own,
  "offers.update": { self: "by" },
  "paths.search": ownSide,
  "people.asSeenBy": own,
  "people.create": "never",
  "people.delete": "never",
  "people.erase": "never",
  "people.export": "never",
  "people.get": "anyone",
  "people.list": "anyone",
  "people.merge": "never",
  "people.update": own,
  "people.upsert": "never",
  "people.upsertBatch": "never",
  "perceptionChecks.create": "never",
  "perceptionChecks.list": "never",
  "signingSecrets.create": "never",
  "signingSecrets.list": "never",
  "signingSecrets.revoke": "never",
  "signingSecrets.rotate": "never",
  "suppressions.list": "never",
  "suppressions.lift": "never",
  "tenant.export": "never",
  "tenant.get": "never",
  "tenant.update": "never",
  "testClock.advance": "never",
  "testClock.get": "never",
  "testClock.reset": "never",
  "ties.agenda": ownSide,
  "ties.explanation": ownSide,
  "ties.get": ownSide,
  "ties.history": ownSide,
  "ties.list": own,
  "ties.update": ownSide,
};

/** What is not in the table is not for members. */
export const permissionOf = (operation: string): MemberPermission =>
  Object.hasOwn(memberPermissions, operation) ? (memberPermissions[operation] ?? "never") : "never";
