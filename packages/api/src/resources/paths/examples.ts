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
          reason: "In constant contact; last 3 days ago.",
        },
        {
          from: bea.id,
          to: cem.id,
          strength: 0.38,
          p90: 0.62,
          reason: "In contact; last 20 days ago.",
        },
      ],
    },
  ],
  at: "2026-03-02T09:30:00.000Z",
  model: "kith-2026.1",
};
