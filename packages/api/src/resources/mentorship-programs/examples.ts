const id = "mpr_01h455vb4pex5vsknk084sn02q";
const at = "2026-03-02T09:30:00.000Z";
const ada = { id: "per_01h455vb4pex5vsknk084sn02q", externalId: "ada", name: "Ada Lovelace" };
const grace = { id: "per_01h455vb4pex5vsknk084sn03r", externalId: "grace", name: "Grace Hopper" };

export const programInput = { name: "Spring 2026", acrossOrganizations: true, maxHoursApart: 3 };
export const program = {
  id,
  name: "Spring 2026",
  description: null,
  acrossOrganizations: true,
  maxHoursApart: 3,
  closedAt: null,
  createdAt: at,
  updatedAt: at,
};
export const participantInput = {
  seeks: true,
  capacity: 0,
  wants: ["public speaking"],
  offers: [],
};
export const participant = {
  person: ada,
  ...participantInput,
  notWith: [],
  createdAt: at,
  updatedAt: at,
};
export const matches = {
  matches: [
    {
      mentorship: "mnt_01h455vb4pex5vsknk084sn02q",
      mentor: grace,
      mentee: ada,
      fit: 0.85,
      reasons: [
        {
          code: "topics" as const,
          text: "What one of you would like to learn, the other likes to pass on: public speaking.",
        },
      ],
    },
  ],
  unmatched: [],
  openPlaces: [{ person: grace, places: 1 }],
};
