import type { Audience } from "./audience.ts";

/** The fields of a profile that a person frames. What else a platform keeps is never shown. */
export const framedFields = [
  "externalId",
  "name",
  "headline",
  "emails",
  "positions",
  "skills",
  "interests",
  "values",
  "location",
  "timeZone",
  "openToIntroduce",
] as const;

export type FramedField = (typeof framedFields)[number];

/** For each field its audience. */
export type Frame = Readonly<Record<FramedField, Audience>>;

/**
 * What holds where neither the tenant nor the person says otherwise: who somebody is and what they
 * do professionally is public among members, how they live is for their network, and addresses are
 * for those they trust.
 */
export const defaultFrame: Frame = {
  externalId: "public",
  name: "public",
  headline: "public",
  emails: "trusted",
  positions: "public",
  skills: "public",
  interests: "network",
  values: "network",
  location: "network",
  timeZone: "network",
  openToIntroduce: "network",
};

/** A person's choices over the tenant's defaults over ours. */
export const resolveFrame = (own: Partial<Frame>, tenant: Partial<Frame> = {}): Frame => ({
  ...defaultFrame,
  ...tenant,
  ...own,
});
