const [ada, bea, cem] = [
  { id: "per_01h455vb4pex5vsknk084sn02q", externalId: "ada", name: "Ada Lovelace" },
  { id: "per_01h455vb4pex5vsknk084sn02r", externalId: "bea", name: "Bea Silva" },
  { id: "per_01h455vb4pex5vsknk084sn02s", externalId: "cem", name: "Cem Aydin" },
];

export const search = { from: "ext:ada", to: { organization: "Example Works" }, maxIntroducers: 2 };

export const answer = {
  data: [
    {
      direct: false,
      people: [ada, bea, cem],
      willingness: 0.21,
      strength: 0.38,
      weakestTie: { from: bea.id, to: cem.id, p: 0.62 },
      hops: [
        {
          from: ada.id,
          to: bea.id,
          strength: 0.52,
          p90: 0.93,
          band: "core",
          lastContactAt: "2026-02-27T09:30:00.000Z",
          reason: "You are in touch about every week; last 3 days ago. Open to introduce.",
          reasons: [
            { code: "core", text: "You are in touch about every week; last 3 days ago." },
            { code: "openToIntroduce", text: "Open to introduce." },
          ],
        },
        {
          from: bea.id,
          to: cem.id,
          strength: 0.38,
          p90: 0.62,
          band: "active",
          lastContactAt: "2026-02-10T09:30:00.000Z",
          reason: "In contact; last 20 days ago.",
          reasons: [{ code: "active", text: "In contact; last 20 days ago." }],
        },
      ],
      advice: { code: "ask", text: "Ask Bea Silva whether they would introduce you to Cem Aydin." },
      parts: [
        {
          measure: "chance",
          formula: "hop1 * hop2",
          inputs: { hop1: 0.93, hop2: 0.62 },
          value: 0.577,
        },
        {
          measure: "introducer1",
          formula: "willingness / ln(max(2, ties))",
          inputs: { willingness: 1, ties: 16 },
          value: 0.361,
        },
        {
          measure: "willingness",
          formula: "chance * introducer1",
          inputs: { chance: 0.577, introducer1: 0.361 },
          value: 0.21,
        },
      ],
    },
  ],
  at: "2026-03-02T09:30:00.000Z",
  model: "kith-2026.1",
};
