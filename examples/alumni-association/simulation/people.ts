import { type Calendar, dateOf, yearOf } from "./calendar.ts";
import { livePositions } from "./careers.ts";
import type { Random } from "./random.ts";
import {
  cities,
  departments,
  familyNames,
  generalSkills,
  givenNames,
  interests,
  personalValues,
} from "./vocabulary.ts";
import type { Member } from "./world.ts";

const OLDEST_COHORT_YEARS = 30;

export function createMembers(random: Random, calendar: Calendar, count: number): Member[] {
  const nameOf = uniqueNames(random.fork("names"));
  return Array.from({ length: count }, (_, i) => {
    const own = random.fork(`person/${i}`);
    // Younger cohorts are larger in an association's active membership.
    const yearsOut = 1 + Math.floor(OLDEST_COHORT_YEARS * own.next() ** 1.6);
    const graduated = yearOf(calendar.firstDay) - yearsOut;
    const department = own.pick(departments);
    const member: Member = {
      id: `alum-${String(i + 1).padStart(4, "0")}`,
      name: nameOf(),
      graduated,
      department,
      city: own.pickWeighted(cities, (city) => city.weight) ?? own.pick(cities),
      // Any year serves: only month and day of a birthday are known.
      birthday: dateOf(own.integer(0, 364)).slice(5),
      skills: [
        ...own.sample(department.skills, own.integer(2, 4)),
        ...own.sample(generalSkills, own.integer(0, 2)),
      ],
      interests: own.sample(interests, own.integer(1, 4)),
      values: own.sample(personalValues, own.integer(1, 3)),
      activity: own.logNormal(0.45, 1.35),
      gratitude: own.chance(0.12) ? own.between(0.15, 0.4) : own.between(0.7, 0.97),
      positions: [],
      part: null,
    };
    member.positions = livePositions(own.fork("career"), member, calendar);
    return member;
  });
}

function uniqueNames(random: Random): () => string {
  const taken = new Set<string>();
  return () => {
    for (;;) {
      const name = `${random.pick(givenNames)} ${random.pick(familyNames)}`;
      const initialed = `${name.replace(" ", ` ${String.fromCharCode(65 + random.integer(0, 25))}. `)}`;
      const free = taken.has(name) ? initialed : name;
      if (taken.has(free)) continue;
      taken.add(free);
      return free;
    }
  };
}
