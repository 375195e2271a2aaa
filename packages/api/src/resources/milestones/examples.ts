export const input = {
  by: "ext:ada",
  kind: "promotion",
  title: "Head of engines",
  date: "2026-03-01",
};

export const milestone = {
  id: "mil_01h455vb4pex5vsknk084sn02q",
  person: { id: "per_01h455vb4pex5vsknk084sn02q", externalId: "ada", name: "Ada Lovelace" },
  kind: "promotion",
  title: "Head of engines",
  date: "2026-03-01",
  yearly: false,
  audience: "network",
  nextOn: null,
  createdAt: "2026-03-02T09:30:00.000Z",
  updatedAt: "2026-03-02T09:30:00.000Z",
};
