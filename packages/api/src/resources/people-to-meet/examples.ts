const [bea, cem] = [
  { id: "per_01h455vb4pex5vsknk084sn02r", externalId: "bea", name: "Bea Silva" },
  { id: "per_01h455vb4pex5vsknk084sn02s", externalId: "cem", name: "Cem Aydin" },
];

export const example = {
  data: [
    {
      person: cem,
      score: 0.21,
      through: [bea],
      throughCount: 2,
      commonGround: [
        { code: "interest", value: "Bridges", text: "You are both interested in Bridges." },
        { code: "contacts", value: null, text: "You both know Bea Silva and one more person." },
      ],
      firstStep: {
        code: "ask",
        introducer: bea.id,
        mention: "Bridges",
        text: "Ask Bea Silva whether they would introduce you to Cem Aydin. You could mention Bridges, which interests you both.",
      },
    },
  ],
  note: null,
  at: "2026-03-02T09:30:00.000Z",
  model: "kith-2026.1",
};
