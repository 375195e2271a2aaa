export { addContactDays, type ContactDayBits, type NewContactDayBits } from "./contact-days.ts";
export { type EvidenceDelta, type MergeModel, mergeEvidence } from "./merge-evidence.ts";
