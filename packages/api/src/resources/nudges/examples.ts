const grace = {
  id: "per_01h455vb4pex5vsknk084sn03r",
  externalId: "grace",
  name: "Grace Hopper",
};

const thank = {
  id: "nud_01h455vb4pex5vsknk084sn02q",
  kind: "thank",
  code: "helpReceived",
  text: "Thank Grace Hopper.",
  reason: "They gave you an introduction 3 days ago. A few words are enough.",
  person: grace,
  about: null,
} as const;

export const nudges = {
  data: [
    {
      ...thank,
      priority: "high",
      evidence: {
        occurredAt: "2026-02-27T09:30:00.000Z",
        lastContactAt: "2026-02-27T09:30:00.000Z",
        types: ["introduction"],
      },
      since: "2026-02-28T09:30:00.000Z",
      until: "2026-07-27T09:30:00.000Z",
    },
  ],
  nextCursor: null,
  week: {
    startsAt: "2026-03-01T23:00:00.000Z",
    endsAt: "2026-03-08T23:00:00.000Z",
    timeZone: "Europe/Berlin",
    budget: 5,
    left: 4,
  },
  quietUntil: null,
  at: "2026-03-02T09:30:00.000Z",
};

export const calendar = {
  data: [{ ...thank, date: "2026-03-02" }],
  nextCursor: null,
  timeZone: "Europe/Berlin",
  at: "2026-03-02T09:30:00.000Z",
};

export const calendarFile = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Kith//Kith//EN
METHOD:PUBLISH
NAME:People to be in touch with
X-WR-CALNAME:People to be in touch with
BEGIN:VEVENT
UID:nud_01h455vb4pex5vsknk084sn02q@kith
DTSTAMP:20260302T093000Z
DTSTART;VALUE=DATE:20260302
DTEND;VALUE=DATE:20260303
SUMMARY:Thank Grace Hopper.
TRANSP:TRANSPARENT
DESCRIPTION:They gave you an introduction 3 days ago. A few words are enough.
END:VEVENT
END:VCALENDAR`;

export const acted = {
  id: thank.id,
  kind: "thank",
  action: "done",
  actedAt: "2026-03-02T09:30:00.000Z",
  until: null,
} as const;

export const snoozed = { ...acted, action: "snoozed", until: "2026-03-20T09:30:00.000Z" } as const;

export const chosen = {
  weeklyBudget: 3,
  quietHours: { from: "20:00", to: "07:30" },
  timeZone: "Europe/Berlin",
  kindsOff: ["makeTime"],
  cadences: [{ of: "circle", name: "inner", idealDays: 21, maxDays: 60 }],
};

export const preferences = {
  person: "per_01h455vb4pex5vsknk084sn02q",
  ...chosen,
  updatedAt: "2026-03-02T09:30:00.000Z",
};
