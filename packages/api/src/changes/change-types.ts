import type { IdKind } from "../http/ids.ts";

/**
 * What can happen, in one list: `<kind of object>.<what became of it>`. An event carries it as its
 * `type`, an audit entry as its `outcome`. A change of a new kind is one line here (and, where its
 * object is new, one below).
 */
export const changeTypes = [
  "person.created",
  "person.updated",
  "person.merged",
  "person.erased",
  "frame.updated",
  "interaction.recorded",
  "interaction.voided",
  "interaction.expired",
  "tie.declared",
  "introduction.requested",
  "introduction.introducerAgreed",
  "introduction.targetAgreed",
  "introduction.declined",
  "introduction.withdrawn",
  "introduction.made",
  "introduction.thanked",
  "introduction.reported",
  "ask.created",
  "ask.updated",
  "ask.closed",
  "offer.created",
  "offer.updated",
  "offer.withdrawn",
  "goal.created",
  "goal.updated",
  "goal.closed",
  "apiKey.created",
  "apiKey.rotated",
  "apiKey.revoked",
  "tenant.created",
  "tenant.updated",
  "tenant.imported",
  "testClock.advanced",
  "testClock.reset",
  "model.updated",
  "calibration.created",
  "signingSecret.created",
  "signingSecret.rotated",
  "signingSecret.revoked",
  "memberToken.created",
  "mentorshipProgram.created",
  "mentorshipProgram.updated",
  "mentorshipProgram.joined",
  "mentorshipProgram.participantUpdated",
  "mentorshipProgram.left",
  "mentorshipProgram.matched",
  "mentorship.proposed",
  "mentorship.accepted",
  "mentorship.declined",
  "mentorship.paused",
  "mentorship.resumed",
  "mentorship.completed",
  "mentorship.ended",
  "mentorship.reflected",
  "session.planned",
  "session.updated",
  "session.held",
  "gathering.created",
  "gathering.updated",
  "gathering.deleted",
  "attendance.updated",
  "attendance.removed",
  "milestone.created",
  "milestone.updated",
  "milestone.deleted",
  "nudge.done",
  "nudge.snoozed",
  "nudge.dismissed",
  "nudgePreferences.updated",
  "perceptionCheck.created",
  "suppression.created",
  "suppression.lifted",
  "event.expired",
  "auditEntry.expired",
] as const;

export type ChangeType = (typeof changeTypes)[number];
type KindOf<T> = T extends `${infer K}.${string}` ? K : never;
export type ObjectKind = KindOf<ChangeType>;

/** Not for the feed: who asks for what about whom is for auditors only. */
export const auditOnly: ReadonlySet<ChangeType> = new Set<ChangeType>([
  "introduction.declined",
  "memberToken.created",
  "perceptionCheck.created",
  "suppression.created",
  "suppression.lifted",
  "event.expired",
  "auditEntry.expired",
]);

/** Whose id an object has: a tie goes by the person whose side it is, what a tenant has one of by the tenant, a token by its `jti`. */
export const objectIdKinds: Record<ObjectKind, IdKind | null> = {
  person: "person",
  frame: "person",
  interaction: "interaction",
  tie: "person",
  introduction: "introduction",
  ask: "ask",
  offer: "offer",
  goal: "goal",
  apiKey: "apiKey",
  tenant: "tenant",
  testClock: "tenant",
  model: "tenant",
  calibration: "calibration",
  signingSecret: "signingSecret",
  memberToken: null,
  mentorshipProgram: "mentorshipProgram",
  mentorship: "mentorship",
  session: "session",
  gathering: "gathering",
  attendance: "gathering",
  milestone: "milestone",
  nudge: "nudge",
  nudgePreferences: "person",
  perceptionCheck: "perceptionCheck",
  suppression: null,
  event: "event",
  auditEntry: "auditEntry",
};

export const objectKinds = Object.keys(objectIdKinds) as ObjectKind[];

/** The types that can be in the feed. */
export const eventTypes = changeTypes.filter((type) => !auditOnly.has(type));

export const kindOf = (type: ChangeType): ObjectKind => type.split(".")[0] as ObjectKind;
