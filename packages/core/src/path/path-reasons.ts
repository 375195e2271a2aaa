/**
 * What can be said of a step of a path: how the tie is in use, that the introducer did so before or
 * is open to it; and what to do first: write to a person one knows, resume an old tie, or ask.
 */
export const pathReasonCodes = [
  "core",
  "active",
  "fading",
  "dormant",
  "inContact",
  "introduced",
  "openToIntroduce",
  "write",
  "resume",
  "ask",
] as const;
export type PathReasonCode = (typeof pathReasonCodes)[number];
