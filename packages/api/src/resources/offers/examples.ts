/** What the documentation shows; held against the schemas by a test. */
export const input = {
  by: "ext:ada",
  kinds: ["information", "advice"],
  title: "Half an hour on looms and programs",
  skills: ["Looms"],
  capacity: 3,
} as const;

export const offer = {
  id: "off_01h455vb4pex5vsknk084sn02q",
  person: { id: "per_01h455vb4pex5vsknk084sn02q", externalId: "ada", name: "Ada Lovelace" },
  kinds: ["information", "advice"],
  title: input.title,
  text: null,
  skills: ["Looms"],
  topics: [],
  capacity: 3,
  taken: 0,
  audience: { to: "network", circles: [], people: [] },
  state: "open",
  expiresAt: null,
  createdAt: "2026-03-02T09:30:00.000Z",
  updatedAt: "2026-03-02T09:30:00.000Z",
};
