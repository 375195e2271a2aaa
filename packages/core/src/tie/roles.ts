/** What the other person is to the one who declares the tie. */
export const builtInRoles = [
  "manager",
  "report",
  "peer",
  "client",
  "mentor",
  "mentee",
  "alum",
  "friend",
  "household",
  "business-partner",
] as const;

export type BuiltInRole = (typeof builtInRoles)[number];

/**
 * What the one who declares a role is to the other, seen from there. A declaration stays with its
 * own side: that I call you my mentor does not make me your mentee in your answers. The table is
 * for suggesting a role, and for reading both sides where both have declared. `client` has no
 * counterpart among the built-in roles.
 */
export const inverseRoles: Readonly<Record<BuiltInRole, BuiltInRole | null>> = {
  manager: "report",
  report: "manager",
  peer: "peer",
  client: null,
  mentor: "mentee",
  mentee: "mentor",
  alum: "alum",
  friend: "friend",
  household: "household",
  "business-partner": "business-partner",
};
