export { apiKeys } from "./api-keys.ts";
export { isAny, uuids } from "./arrays.ts";
export { auditAnchors, auditEntries, auditSeals, events, eventWindows } from "./changes.ts";
export { formatDay, formatInstant, kith, parseDay, parseInstant } from "./columns.ts";
export { epochMs } from "./epoch-ms.ts";
export { erasureKeys, erasureReceipts, suppressions } from "./erasure.ts";
export { frames } from "./frames.ts";
export { gatheringAttendees, gatherings } from "./gatherings.ts";
export {
  askHelpers,
  askKinds,
  askRecipients,
  asks,
  goalRecipients,
  goals,
  helpAudiences,
  offerRecipients,
  offers,
} from "./helping.ts";
export { idempotencyKeys } from "./idempotency.ts";
export { interactions } from "./interactions.ts";
export { introductions } from "./introductions.ts";
export {
  mentorshipParticipants,
  mentorshipPrograms,
  mentorshipSessions,
  mentorships,
} from "./mentorships.ts";
export { milestones } from "./milestones.ts";
export { modelCalibrations } from "./model-calibrations.ts";
export { nudgeActions, nudgePreferences, type StoredCadence } from "./nudges.ts";
export {
  people,
  personActivity,
  personAliases,
  personSearchKeys,
  type StoredPosition,
  searchKeyKinds,
} from "./people.ts";
export { perceptionChecks } from "./perception-checks.ts";
export { rateCounts } from "./rate-counts.ts";
export { contactDays, relationships, tieDeclarations, ties } from "./relationships.ts";
export { signingSecrets } from "./signing-secrets.ts";
export { tenants } from "./tenants.ts";
