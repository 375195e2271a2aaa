/** What the documentation shows; held against the schemas by a test. */
export const input = {
  externalId: "ada",
  name: "Ada Lovelace",
  headline: "Analyst of engines",
  emails: ["ada@example.org"],
  positions: [
    { organization: "Analytical Engines", title: "Analyst", from: "2019-09-01", to: null },
  ],
  skills: ["mathematics", "writing"],
  interests: ["music"],
  values: ["curiosity"],
  location: "London",
  timeZone: "Europe/London",
  openToIntroduce: true,
  metadata: { source: "crm" },
};

export const person = {
  id: "per_01h455vb4pex5vsknk084sn02q",
  ...input,
  createdAt: "2026-03-02T09:30:00.000Z",
  updatedAt: "2026-03-02T09:30:00.000Z",
};

const other = "per_01h455vb4pex5vsknk084sn03r";

export const mergeResult = {
  person: { ...person, id: other, externalId: "grace", name: "Grace Hopper" },
  mergedId: person.id,
  moved: { interactions: 12, declarations: 2 },
  dropped: { selfInteractions: 0, declarations: 1 },
};

export const signedReceipt = {
  id: "era_01h455vb4pex5vsknk084sn02q",
  erasedAt: "2026-03-02T09:30:00.000Z",
  statement:
    '{"receipt":"era_01h455vb4pex5vsknk084sn02q","tenant":"ten_01h455vb4pex5vsknk084sn02q","subject":"9f2c4b1d0c5e7a8f3b6d1e4a2c9f8b7d6e5c4a3b2f1e0d9c8b7a6f5e4d3c2b1a","erasedAt":"2026-03-02T09:30:00.000Z","erased":{"interactions":214,"relationships":31,"contactDays":160,"declarations":9,"aliases":0}}',
  signature:
    "3J0cV1m0m7J0Z0yZ6y3l7Qm2o4xkz5b8V1n9q2w3e4r5t6y7u8i9o0p1a2s3d4f5g6h7j8k9l0z1x2c3v4b5nA==",
  publicKey: "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=",
  valid: true,
};

export const erasure = {
  id: person.id,
  erasedAt: "2026-03-02T09:30:00.000Z",
  erased: { interactions: 214, relationships: 31, contactDays: 160, declarations: 9, aliases: 0 },
  receipt: signedReceipt,
};

export const personExport = {
  exportedAt: "2026-03-02T09:30:00.000Z",
  person,
  frame: { skills: "network" },
  formerIds: [],
  lastSeenAt: "2026-03-01T12:00:00.000Z",
  interactions: [],
  interactionsComplete: true,
  asks: [],
  offers: [],
  goals: [],
  milestones: [],
  attendance: [],
  introductions: [],
  mentorships: [],
  participations: [],
  nudgePreferences: {
    ...{ person: person.id, weeklyBudget: null, quietHours: null, timeZone: null },
    ...{ kindsOff: [], cadences: [], updatedAt: null },
  },
  nudgeActions: [],
  ties: [
    {
      to: other,
      contactDays: 9,
      givenDays: 2,
      receivedDays: 1,
      firstContactAt: "2025-02-01T10:00:00.000Z",
      lastContactAt: "2026-03-01T12:00:00.000Z",
      lastOutAt: "2026-03-01T12:00:00.000Z",
      lastInAt: "2026-02-11T08:15:00.000Z",
      lastConflictAt: null,
      lastRepairAt: null,
    },
  ],
  declarations: [],
};
