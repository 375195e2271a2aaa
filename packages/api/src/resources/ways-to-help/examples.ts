/** What the documentation shows; held against the schemas by a test. */
export const ways = {
  data: [
    {
      kind: "ask",
      id: "ask_01h455vb4pex5vsknk084sn02q",
      href: "/v1/asks/ask_01h455vb4pex5vsknk084sn02q",
      person: { id: "per_01h455vb4pex5vsknk084sn02q", externalId: "ada", name: "Ada Lovelace" },
      text: "Ada Lovelace asks: How do people get into machine learning from compilers?",
      reasons: [
        {
          code: "youKnow",
          terms: ["Machine learning"],
          text: "You know about Machine learning.",
        },
        { code: "inTouch", terms: [], text: "You two are in contact." },
      ],
    },
  ],
  at: "2026-03-02T09:30:00.000Z",
  model: "kith-2026.1",
};
