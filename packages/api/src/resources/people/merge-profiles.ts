import { sameLetters, samePosition } from "./check-profile.ts";
import type { Profile } from "./profile.ts";

/**
 * One profile of two of the same person: what `stays` says holds, what it does not say is taken
 * from `goes`, lists are joined. Who does not want to introduce people in one does not in both.
 */
export function mergeProfiles(stays: Profile, goes: Profile): Profile {
  return {
    name: stays.name ?? goes.name,
    headline: stays.headline ?? goes.headline,
    emails: joined(stays.emails, goes.emails, sameLetters),
    positions: joined(stays.positions, goes.positions, samePosition),
    skills: joined(stays.skills, goes.skills, sameLetters),
    interests: joined(stays.interests, goes.interests, sameLetters),
    values: joined(stays.values, goes.values, sameLetters),
    location: stays.location ?? goes.location,
    timeZone: stays.timeZone ?? goes.timeZone,
    openToIntroduce: stays.openToIntroduce && goes.openToIntroduce,
    metadata: { ...goes.metadata, ...stays.metadata },
  };
}

function joined<T>(own: readonly T[], others: readonly T[], keyOf: (item: T) => string): T[] {
  const known = new Set(own.map(keyOf));
  return [...own, ...others.filter((item) => !known.has(keyOf(item)))];
}
