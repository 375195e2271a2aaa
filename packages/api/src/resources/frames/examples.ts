import { person } from "../people/examples.ts";

/** What the documentation shows; held against the schemas by a test. */
export const chosen = { skills: "network", location: "trusted" } as const;

export const frame = {
  person: person.id,
  audiences: {
    externalId: "public",
    name: "public",
    headline: "public",
    emails: "trusted",
    positions: "public",
    skills: "network",
    interests: "network",
    values: "network",
    location: "trusted",
    timeZone: "network",
    openToIntroduce: "network",
  },
  chosen: ["skills", "location"],
  updatedAt: "2026-03-02T09:30:00.000Z",
};

export const seen = {
  viewer: "per_01h455vb4pex5vsknk084sn03r",
  audiences: ["public", "network"],
  person: { ...person, emails: [], location: null, metadata: {}, updatedAt: null },
};
