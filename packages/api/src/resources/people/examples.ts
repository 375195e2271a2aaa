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
