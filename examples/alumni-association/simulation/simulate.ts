import { liveAcquaintances } from "./acquaintances.ts";
import { createCalendar } from "./calendar.ts";
import { layOff, milestonesIn } from "./careers.ts";
import { castParts } from "./casting.ts";
import { celebrateBirthdays, congratulate } from "./courtesy.ts";
import { type Declaration, declareTies } from "./declarations.ts";
import { liveConflicts } from "./friction.ts";
import { createFriendships, formGroups, liveFriendships, liveGroups } from "./friendships.ts";
import { liveGatherings } from "./gatherings.ts";
import { liveHelp } from "./help.ts";
import { liveJobSearches } from "./job-search.ts";
import { createJournal, type Interaction } from "./journal.ts";
import { liveMentorships } from "./mentoring.ts";
import { overload } from "./overload.ts";
import { createMembers } from "./people.ts";
import { densePairs, plantNeglect, plantPairs } from "./planting.ts";
import { type Person, profileOf } from "./profile.ts";
import { createRandom } from "./random.ts";
import { revealTruth } from "./reveal.ts";
import { createTieBook } from "./tie-book.ts";
import type { Truth } from "./truth.ts";
import { liveAtWork } from "./work.ts";
import type { Member, World } from "./world.ts";

export type { Declaration, Interaction, Person, Truth };

export interface SimulationOptions {
  seed: number;
  /** How many people; 20 at least. */
  people: number;
  /** First instant, milliseconds since the epoch. */
  start: number;
  /** Length of the period; 60 at least. */
  days: number;
}

export interface Simulation {
  people: Person[];
  interactions: Interaction[];
  declarations: Declaration[];
  truth: Truth;
}

/** An alumni association over some years: a pure function of its options, without clock or I/O. */
export function simulate(options: SimulationOptions): Simulation {
  checkOptions(options);
  const world = createWorld(options);
  const { calendar, members, random, journal } = world;

  castParts(world);
  layOff(random.fork("layoffs"), members, calendar);
  const groups = formGroups(random.fork("groups"), members);
  const friendships = createFriendships(world, groups);
  const pairs = plantPairs(world);
  const neglectedSince = plantNeglect(world);
  const milestones = milestonesIn(calendar, members);

  liveFriendships(world, friendships, densePairs(pairs));
  liveGroups(world, groups);
  const reportings = liveAtWork(world);
  const mentorships = liveMentorships(world);
  liveAcquaintances(world);
  liveGatherings(world);
  const helps = [...liveHelp(world), ...liveJobSearches(world, milestones), ...overload(world)];
  congratulate(world, milestones);
  celebrateBirthdays(world);
  liveConflicts(world, pairs);

  const interactions = journal.seal(`alumni-${options.seed}`);
  const planted = { groups, pairs, neglectedSince, mentorships, helps };
  return {
    people: members.map((member) => profileOf(member, calendar)),
    interactions,
    declarations: declareTies(world, mentorships, reportings),
    truth: revealTruth(world, planted, interactions),
  };
}

function createWorld({ seed, people, start, days }: SimulationOptions): World {
  const random = createRandom(`alumni ${seed}`);
  const calendar = createCalendar(start, days);
  const members = createMembers(random, calendar, people);
  const byId = new Map(members.map((member): [string, Member] => [member.id, member]));
  return {
    calendar,
    random,
    members,
    ties: createTieBook(),
    journal: createJournal(calendar, random.fork("journal")),
    member(id) {
      const member = byId.get(id);
      if (!member) throw new Error(`the simulation has no person ${id}`);
      return member;
    },
  };
}

function checkOptions({ seed, people, start, days }: SimulationOptions): void {
  const whole = { seed, people, start, days };
  for (const [name, value] of Object.entries(whole)) {
    if (!Number.isSafeInteger(value))
      throw new RangeError(`${name} must be a whole number, not ${value}`);
  }
  if (people < 20) throw new RangeError(`people must be at least 20, not ${people}`);
  if (days < 60) throw new RangeError(`days must be at least 60, not ${days}`);
  if (start < 0) throw new RangeError("start must not be before 1970");
}
