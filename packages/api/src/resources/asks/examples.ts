/** What the documentation shows; held against the schemas by a test. */
export const input = {
  by: "ext:ada",
  kind: "information",
  title: "How do people get into machine learning from compilers?",
  skills: ["Machine learning"],
  audience: { to: "network" },
} as const;

export const ask = {
  id: "ask_01h455vb4pex5vsknk084sn02q",
  person: { id: "per_01h455vb4pex5vsknk084sn02q", externalId: "ada", name: "Ada Lovelace" },
  kind: "information",
  title: input.title,
  text: null,
  skills: ["Machine learning"],
  topics: [],
  organization: null,
  audience: { to: "network", circles: [], people: [] },
  state: "open",
  expiresAt: "2026-04-01T09:30:00.000Z",
  closedAt: null,
  outcome: null,
  helpedBy: [],
  note: null,
  createdAt: "2026-03-02T09:30:00.000Z",
  updatedAt: "2026-03-02T09:30:00.000Z",
};

export const closed = {
  ...ask,
  state: "closed",
  closedAt: "2026-03-09T09:30:00.000Z",
  outcome: "helped",
  helpedBy: [{ id: "per_01h455vb4pex5vsknk084sn03r", externalId: "grace", name: "Grace Hopper" }],
  updatedAt: "2026-03-09T09:30:00.000Z",
};

export const helpers = {
  data: [
    {
      person: { id: "per_01h455vb4pex5vsknk084sn03r", externalId: "grace", name: "Grace Hopper" },
      reasons: [
        {
          code: "knows",
          terms: ["Machine learning"],
          text: "Knows about Machine learning.",
        },
        { code: "inTouch", terms: [], text: "You two are in contact." },
      ],
      path: { direct: true, through: [] },
    },
  ],
  at: "2026-03-02T09:30:00.000Z",
  model: "kith-2026.1",
};
