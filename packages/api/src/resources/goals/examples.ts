/** What the documentation shows; held against the schemas by a test. */
export const input = {
  by: "ext:ada",
  target: { skill: "Machine learning" },
  title: "Learn machine learning well enough to use it at work",
  audience: { to: "network" },
} as const;

export const goal = {
  id: "goa_01h455vb4pex5vsknk084sn02q",
  person: { id: "per_01h455vb4pex5vsknk084sn02q", externalId: "ada", name: "Ada Lovelace" },
  kind: "skill",
  target: "Machine learning",
  targetPerson: null,
  title: input.title,
  note: null,
  audience: { to: "network", circles: [], people: [] },
  state: "open",
  until: null,
  closedAt: null,
  outcome: null,
  createdAt: "2026-03-02T09:30:00.000Z",
  updatedAt: "2026-03-02T09:30:00.000Z",
};

export const closed = {
  ...goal,
  state: "closed",
  closedAt: "2026-03-09T09:30:00.000Z",
  outcome: "reached",
  updatedAt: "2026-03-09T09:30:00.000Z",
};

const grace = { id: "per_01h455vb4pex5vsknk084sn03r", externalId: "grace", name: "Grace Hopper" };

export const coverage = {
  helpers: [
    {
      person: grace,
      reasons: [
        { code: "knows", terms: ["Machine learning"], text: "Knows about Machine learning." },
        { code: "inTouch", terms: [], text: "You two are in contact." },
      ],
      path: { direct: true, through: [] },
    },
  ],
  toMeet: [],
  gaps: [
    {
      code: "oneOnly",
      text: "One person can help with this. A second view would be good to have.",
    },
  ],
  suggestedAsks: [
    {
      code: "advice",
      text: "Ask Grace Hopper what they would do in your place.",
      to: grace,
      about: null,
      href: "/v1/asks",
      ask: {
        kind: "advice",
        title: "What would you do in my place to get closer to Machine learning?",
        skills: ["Machine learning"],
      },
    },
  ],
  at: "2026-03-02T09:30:00.000Z",
  model: "kith-2026.1",
};
