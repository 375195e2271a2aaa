const grace = { id: "per_01h455vb4pex5vsknk084sn03r", externalId: "grace", name: "Grace Hopper" };

export const input = {
  title: "Spring dinner of engine builders",
  kind: "dinner",
  startsAt: "2026-03-01T18:00:00Z",
  endsAt: "2026-03-01T21:00:00Z",
  timeZone: "Europe/London",
  location: "London",
  topics: ["compilers"],
};

export const gathering = {
  id: "gat_01h455vb4pex5vsknk084sn02q",
  title: "Spring dinner of engine builders",
  kind: "dinner",
  startsAt: "2026-03-01T18:00:00.000Z",
  endsAt: "2026-03-01T21:00:00.000Z",
  timeZone: "Europe/London",
  location: "London",
  organization: null,
  topics: ["compilers"],
  visibility: "attendees",
  response: null,
  createdAt: "2026-02-02T09:30:00.000Z",
  updatedAt: "2026-02-02T09:30:00.000Z",
};

export const attendee = {
  person: grace,
  response: "going",
  updatedAt: "2026-02-02T09:30:00.000Z",
};

export const peopleToMeet = {
  data: [
    {
      person: grace,
      response: "going",
      reasons: [
        {
          code: "interest",
          text: "You share an interest: sailing.",
          words: ["sailing"],
          people: [],
          ask: null,
        },
      ],
      opener: "You could ask what brought them to sailing.",
    },
  ],
  at: "2026-03-02T09:30:00.000Z",
  model: "kith-2026.1",
};
