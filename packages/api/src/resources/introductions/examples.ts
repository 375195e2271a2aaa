export const input = {
  by: "ext:ada",
  introducer: "ext:grace",
  target: "ext:alan",
  purpose: "advice",
  blurb:
    "I am moving from analysis to research and would like to hear how Alan chose his first problem.",
  note: "Only if you think that it would interest him as well.",
};

export const by = { by: "ext:ada" };
export const report = { by: "ext:ada", report: "We talked for an hour; I know what to read now." };

export const introduction = {
  id: "itr_01h455vb4pex5vsknk084sn02q",
  state: "pending",
  role: "requester",
  requester: { id: "per_01h455vb4pex5vsknk084sn02q", externalId: "ada", name: "Ada Lovelace" },
  introducer: { id: "per_01h455vb4pex5vsknk084sn03r", externalId: "grace", name: "Grace Hopper" },
  target: { id: "per_01h455vb4pex5vsknk084sn04s", externalId: "alan", name: "Alan Turing" },
  purpose: input.purpose,
  blurb: input.blurb,
  note: input.note,
  requestedAt: "2026-03-02T09:30:00.000Z",
  closesAt: "2026-03-16T09:30:00.000Z",
  answerBy: null,
  agreedAt: null,
  madeAt: null,
  thankedAt: null,
  reportedAt: null,
  report: null,
  reason: null,
  contact: null,
  actions: ["withdraw"],
  text: "Your request is on its way. You will hear in 14 days at the latest; it may also be not this time.",
};
