/** What an API key may do. `admin` stands for all of them. */
export const scopes = [
  "people:read",
  "people:write",
  "interactions:read",
  "interactions:write",
  "ties:read",
  "ties:write",
  // Introductions, asks, offers, goals, mentoring, gatherings, milestones, nudges.
  "help:read",
  "help:write",
  "member-tokens:write",
  "events:read",
  "tenant:read",
  "tenant:write",
  "admin",
] as const;

export type Scope = (typeof scopes)[number];

export const allows = (granted: readonly Scope[], needed: Scope): boolean =>
  granted.includes(needed) || granted.includes("admin");
