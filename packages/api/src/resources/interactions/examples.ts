/** What the documentation shows. */
const item = {
  externalId: "mail-4711",
  type: "advice",
  from: "ext:ada",
  to: ["ext:grace"],
  occurredAt: "2026-03-02T09:30:00.000Z",
};

export const create = { ...item, durationMinutes: 30, effort: "medium", createPeople: true };

export const interaction = {
  id: "int_01kjpmcf20e3hvrtvjgx5c7e4n",
  externalId: "mail-4711",
  type: "advice",
  category: "help",
  from: "per_01h455vb4pex5vsknk084sn02q",
  to: ["per_01h455vb4pex5vsknk084sn02r"],
  occurredAt: "2026-03-02T09:30:00.000Z",
  durationMinutes: 30,
  effort: "medium",
  about: null,
  metadata: null,
  recordedAt: "2026-03-02T09:31:12.345Z",
};

const thanks = {
  externalId: "mail-4712",
  type: "thanks",
  from: "ext:grace",
  to: ["ext:ada"],
  occurredAt: "2026-03-03T17:05:00.000Z",
};

export const batch = { interactions: [item, thanks], createPeople: true };

export const lines = `${JSON.stringify(item)}\n${JSON.stringify(thanks)}\n`;

export const batchResult = {
  created: 1,
  duplicates: 0,
  rejected: [{ index: 1, errors: [{ pointer: "/to/0", detail: "there is no such person" }] }],
};
