import { healthDimensionNames } from "@kith/core";

/** Answers as the documentation shows them; a test holds them against the schemas. */
const [person, other] = ["per_01h455vb4pex5vsknk084sn02q", "per_01h455vb4pex5vsknk084sn02r"];
const grace = { id: other, externalId: "grace", name: "Grace Hopper" };
const fine = { trend: null, nextSteps: [] };

export const healthExample = {
  person,
  dimensions: {
    quality: {
      value: 5,
      band: "thriving",
      code: "several",
      reason: "5 ties of yours are in use and carried by help.",
      figures: { real: 5, ties: 31 },
      trend: { direction: "up", quarterAgo: 4, yearAgo: 3 },
      nextSteps: [],
    },
    reciprocity: {
      value: 6,
      band: "thriving",
      code: "bothWays",
      reason: "You were there for 6 people this past year, and people were there for you.",
      figures: { helped: 6, helpedBy: 4 },
      ...fine,
    },
    freshness: {
      value: 0.75,
      band: "steady",
      code: "mostInUse",
      reason: "One of your strong ties has been quiet for a while.",
      figures: { strong: 4, cooling: 1, heardFrom: 9, usuallyHeardFrom: 8 },
      trend: { direction: "down", quarterAgo: 1, yearAgo: 1 },
      nextSteps: [
        {
          code: "reconnect",
          text: "Get back in touch with Grace Hopper: a short hello is enough.",
          person: grace,
          operation: "ties.agenda",
          href: `/v1/ties/${person}/${other}/agenda`,
        },
      ],
    },
    diversity: {
      value: 12.4,
      band: "thriving",
      code: "bridging",
      reason:
        "Your ties lead to many separate circles, and you bring people together who would hardly meet otherwise.",
      figures: { ties: 15, constraint: 0.17, dependence: 0.16, organizations: 6.2 },
      trend: { direction: "level", quarterAgo: 12.1, yearAgo: null },
      nextSteps: [],
    },
    supportCoverage: {
      value: 0.83,
      band: "thriving",
      code: "allRound",
      reason: "You have people for nearly every kind of support.",
      figures: { mentor: 0, feedback: 2, emotional: 3, peers: 4, sponsor: 1, practical: 5 },
      trend: null,
      nextSteps: [
        {
          code: "findSupport",
          text: "Find somebody who has gone your way before.",
          person: null,
          operation: "ties.list",
          href: `/v1/people/${person}/ties?sort=strength`,
        },
      ],
    },
    gratitude: {
      value: 0.9,
      band: "thriving",
      code: "allSaid",
      reason: "Help that you received mostly had a kind word from you.",
      figures: { helpReceived: 10, answered: 9, open: 0 },
      ...fine,
    },
    attention: {
      value: 1.1,
      band: "thriving",
      code: "asUsual",
      reason: "You are in touch with about as many people as usual for you.",
      figures: { people: 11, usual: 10, most: 14 },
      trend: { direction: "level", quarterAgo: 1, yearAgo: 0.9 },
      nextSteps: [],
    },
    overlap: {
      value: null,
      band: "unknown",
      code: "tooLittle",
      reason:
        "You have told of few ties whether they are professional or personal, so nothing can be said of it.",
      figures: { declared: 2, both: 0, personal: 1 },
      ...fine,
    },
  },
  at: "2026-03-02T09:30:00.000Z",
  model: "kith-2026.1",
};

const figures = {
  shares: { thriving: 0.3, steady: 0.45, worthALook: 0.2, unknown: 0.05 },
  median: 0.75,
};
const dimensions = Object.fromEntries(healthDimensionNames.map((name) => [name, figures]));

export const overviewExample = {
  people: 200,
  sampled: true,
  floor: 10,
  dimensions,
  groups: [
    { organization: "Analytical Engines", people: 41, dimensions },
    { organization: null, people: 159, dimensions },
  ],
  at: "2026-03-02T00:00:00.000Z",
  model: "kith-2026.1",
};
