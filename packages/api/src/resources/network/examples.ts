const ada = { id: "per_01h455vb4pex5vsknk084sn02q", externalId: "ada", name: "Ada Lovelace" };
const grace = { id: "per_01h455vb4pex5vsknk084sn03r", externalId: "grace", name: "Grace Hopper" };
const alan = { id: "per_01h455vb4pex5vsknk084sn04s", externalId: "alan", name: "Alan Turing" };

export const network = {
  person: ada,
  nodes: [
    { person: ada, distance: 0 },
    { person: grace, distance: 1 },
    { person: alan, distance: 1 },
  ],
  edges: [
    {
      from: ada.id,
      to: grace.id,
      strength: 0.42,
      band: "active",
      trend: "growing",
      strained: false,
      paused: false,
    },
    {
      from: ada.id,
      to: alan.id,
      strength: 0.14,
      band: "fading",
      trend: "cooling",
      strained: false,
      paused: false,
    },
    {
      from: grace.id,
      to: alan.id,
      strength: 0.2,
      band: "active",
      trend: null,
      strained: null,
      paused: null,
    },
  ],
  measures: {
    alters: 2,
    effectiveSize: 1.5,
    efficiency: 0.75,
    constraint: 0.97,
    clustering: 0.6,
    concentration: 1,
  },
  isComplete: true,
  at: "2026-03-02T09:30:00.000Z",
  model: "kith-2026.1",
};

export const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="-280 -120 560 240"><title>The network of Ada Lovelace</title></svg>';
