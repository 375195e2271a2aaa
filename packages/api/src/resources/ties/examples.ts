/** Answers as the documentation shows them; a test holds them against the schemas. */
const [from, to] = ["per_01h455vb4pex5vsknk084sn02q", "per_01h455vb4pex5vsknk084sn02r"];

export const tieExample = {
  from,
  to,
  strength: 0.46,
  band: "active",
  trend: "steady",
  strained: false,
  paused: false,
  confidence: 0.71,
  contactProbability: { days30: 0.51, days90: 0.71, days365: 0.88 },
  reciprocity: {
    contact: 0.9,
    help: 0.67,
    balance: { contact: -0.08, help: 0.2 },
    initiativeShare: 0.46,
    standing: "balanced",
  },
  cadence: {
    expectedDays: 16.5,
    declaredDays: 30,
    lastContactAt: "2026-02-20T15:00:00.000Z",
    dueAt: "2026-03-22T15:00:00.000Z",
    overdueDays: 0,
  },
  real: {
    incentive: 0.57,
    capability: 0.5,
    isReal: true,
    reasons: [
      {
        code: "inTouch",
        of: "incentive",
        speaksFor: true,
        words: [],
        detail: "You are in touch.",
      },
      {
        code: "youCanHelpWith",
        of: "capability",
        speaksFor: true,
        words: ["contract law"],
        detail: "You can help them with contract law.",
      },
      {
        code: "theyCanHelpWith",
        of: "capability",
        speaksFor: true,
        words: ["public speaking"],
        detail: "They can help you with public speaking.",
      },
    ],
  },
  declared: {
    roles: ["mentor"],
    context: "professional",
    proximity: "same-city",
    horizon: "long-term",
    circle: "close allies",
    cadenceDays: { ideal: 30, max: 60 },
    paused: false,
    note: "Likes to be asked about the marathon.",
    updatedAt: "2026-01-10T12:00:00.000Z",
  },
  evidence: {
    contactDays: 18,
    firstContactAt: "2025-05-12T09:00:00.000Z",
    lastContactAt: "2026-02-20T15:00:00.000Z",
    lastOutboundAt: "2026-02-20T15:00:00.000Z",
    lastInboundAt: "2026-02-18T10:00:00.000Z",
    given: 2.6,
    received: 1.4,
    helpDaysGiven: 3,
    helpDaysReceived: 2,
    lastConflictAt: null,
    lastRepairAt: null,
  },
  at: "2026-03-02T09:30:00.000Z",
  model: "kith-2026.1",
};

export const tieListExample = {
  data: [{ ...tieExample, person: { id: to, externalId: "ada", name: "Ada Lovelace" } }],
  nextCursor: null,
};

export const patchExample = { roles: ["mentor"], cadenceDays: { ideal: 30, max: 60 } };

export const historyExample = {
  from,
  to,
  since: "2025-03-03T09:30:00.000Z",
  until: "2026-03-02T09:30:00.000Z",
  step: 7,
  points: [
    {
      at: "2025-06-02T09:30:00.000Z",
      strength: 0.21,
      band: "active",
      trend: "new",
      strained: false,
      contactDays: 2,
      contactProbability: { days90: 0.44 },
    },
  ],
  model: "kith-2026.1",
};

export const explanationExample = {
  from,
  to,
  strength: 0.46,
  band: "active",
  sentences: ["This tie is in use.", "18 days with contact so far, the last one 10 days ago."],
  evidence: tieExample.evidence,
  parts: [
    {
      measure: "strength",
      formula: "kappa / (1 + kappa)",
      inputs: { kappa: 0.852 },
      value: 0.46,
    },
  ],
  weighingDays: [
    {
      day: "2026-02-20",
      weight: 0.98,
      share: 0.09,
      outbound: true,
      inbound: false,
      interactions: [
        {
          id: "int_01h455vb4pex5vsknk084sn02q",
          type: "advice",
          from,
          occurredAt: "2026-02-20T15:00:00.000Z",
        },
      ],
    },
  ],
  ifSilent: [{ band: "fading", at: "2026-07-18T04:12:00.000Z" }],
  ifContact: { strength: 0.47, band: "active", contactProbability: { days90: 0.87 } },
  at: "2026-03-02T09:30:00.000Z",
  model: "kith-2026.1",
};
