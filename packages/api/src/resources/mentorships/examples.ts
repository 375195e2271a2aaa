const at = "2026-03-02T09:30:00.000Z";
const ada = { id: "per_01h455vb4pex5vsknk084sn02q", externalId: "ada", name: "Ada Lovelace" };
const grace = { id: "per_01h455vb4pex5vsknk084sn03r", externalId: "grace", name: "Grace Hopper" };

export const input = {
  by: "ext:ada",
  mentor: "ext:alan",
  mentee: "ext:ada",
  topics: ["public speaking"],
};
export const mentorship = {
  id: "mnt_01h455vb4pex5vsknk084sn02q",
  program: null,
  mentor: grace,
  mentee: ada,
  state: "active" as const,
  topics: ["public speaking"],
  reasons: [],
  actions: ["pause" as const, "complete" as const, "end" as const],
  reflection: null,
  startedAt: at,
  endedAt: null,
  createdAt: at,
  updatedAt: at,
};
export const by = { by: "ext:ada" };
export const completion = { by: "ext:ada", reflection: "I now like the stage.", thanks: true };
export const sessionInput = {
  by: "ext:ada",
  startsAt: "2026-03-09T15:00:00Z",
  durationMinutes: 45,
  questions: ["How did you begin?"],
  actions: [{ text: "Give the short talk", by: "mentee", dueOn: "2026-03-20" }],
};
export const session = {
  id: "ses_01h455vb4pex5vsknk084sn02q",
  startsAt: "2026-03-09T15:00:00.000Z",
  durationMinutes: 45,
  state: "planned" as const,
  questions: ["How did you begin?"],
  feedback: [],
  ideas: [],
  actions: [
    { text: "Give the short talk", by: "mentee" as const, dueOn: "2026-03-20", done: false },
  ],
  createdAt: at,
  updatedAt: at,
};
