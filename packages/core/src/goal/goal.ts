/** What one can work towards: a skill to have, a role to hold, an organization to be at, a person to know. */
export const goalKinds = ["skill", "role", "organization", "person"] as const;
export type GoalKind = (typeof goalKinds)[number];

/** How a goal ended, as its owner says. Letting go is as good an end as any. */
export const goalOutcomes = ["reached", "letGo"] as const;
export type GoalOutcome = (typeof goalOutcomes)[number];
