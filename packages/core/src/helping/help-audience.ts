import { type Acquaintance, type Audience, audiencesOf } from "../frame/audience.ts";

/** For whom an ask, an offer or a goal is: as fields of a profile, or circles, or people by name. */
export const helpAudiences = [
  "public",
  "network",
  "colleagues",
  "trusted",
  "circles",
  "people",
  "private",
] as const;

export type HelpAudienceName = (typeof helpAudiences)[number];

export interface HelpAudience {
  readonly audience: HelpAudienceName;
  /** Into which its owner put whom it is for; only of `circles`. */
  readonly circles: readonly string[];
  /** Whom it names; only of `people`. */
  readonly people: readonly string[];
}

/**
 * Whether somebody else belongs to an audience. As with frames only what the owner declared counts,
 * and of named people only their names: nobody can let themselves in.
 */
export function isAddressed(
  { audience, circles, people }: HelpAudience,
  viewer: string,
  known: Acquaintance,
): boolean {
  if (audience === "private") return false;
  if (audience === "people") return people.includes(viewer);
  if (audience === "circles") {
    const circle = known.declared?.circle ?? null;
    return circle !== null && circles.includes(circle);
  }
  return audiencesOf(known).has(audience satisfies Audience);
}
