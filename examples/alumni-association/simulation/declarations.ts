import type { Mentorship } from "./mentoring.ts";
import { pairKey } from "./tie-book.ts";
import type { Reporting } from "./work.ts";
import type { World } from "./world.ts";

/** What `from` says of `to`: the roles `to` has for them, and how they want to keep the tie. */
export interface Declaration {
  from: string;
  to: string;
  roles: string[];
  context: "professional" | "personal" | "both";
  horizon?: "project" | "long-term";
  circle?: string;
  cadenceDays?: { ideal: number; max: number };
}

/** What a platform knows without asking: mentorships, reporting lines, and friends who said so. */
export function declareTies(
  world: World,
  mentorships: Mentorship[],
  reportings: Reporting[],
): Declaration[] {
  const { calendar, ties, random } = world;
  const own = random.fork("declarations");
  const declared = new Map<string, Declaration>();
  const declare = (declaration: Declaration) => {
    const key = `${declaration.from}>${declaration.to}`;
    if (!declared.has(key)) declared.set(key, declaration);
  };
  for (const { mentor, mentee, cadenceDays, to } of mentorships) {
    if (to < calendar.lastDay) continue;
    const cadence = { ideal: cadenceDays, max: 2 * cadenceDays };
    const common = { context: "professional", horizon: "long-term", cadenceDays: cadence } as const;
    declare({ from: mentee, to: mentor, roles: ["mentor"], ...common });
    declare({ from: mentor, to: mentee, roles: ["mentee"], ...common });
  }
  for (const { manager, report, to } of reportings) {
    if (to < calendar.lastDay) continue;
    declare({ from: report, to: manager, roles: ["manager"], context: "professional" });
    declare({ from: manager, to: report, roles: ["report"], context: "professional" });
  }
  for (const tie of ties.all()) {
    // One in five tells the platform who their friends are.
    if (!tie.kinds.has("friend") || tie.warmth < 0.45 || !own.chance(0.2)) continue;
    const [from = tie.a, to = tie.b] = own.shuffle([tie.a, tie.b]);
    const cadence = own.chance(0.5) ? { cadenceDays: { ideal: 30, max: 90 } } : {};
    declare({ from, to, roles: ["friend"], context: "personal", circle: "trusted", ...cadence });
  }
  return [...declared.values()].sort((x, y) =>
    `${pairKey(x.from, x.to)}${x.from}` < `${pairKey(y.from, y.to)}${y.from}` ? -1 : 1,
  );
}
