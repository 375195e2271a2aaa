import { dateOf, dayOf, weekdayOf, yearOf } from "./calendar.ts";
import { converse, timeOf } from "./contact.ts";
import type { Random } from "./random.ts";
import { cities } from "./vocabulary.ts";
import type { Member, World } from "./world.ts";

const MOST_RECIPIENTS = 45;

interface Occasion {
  name: string;
  day: number;
  host: Member;
  guests: Member[];
  minutes: number;
}

/** Monthly meet-ups in every town, yearly reunions of the cohorts, and what follows from them. */
export function liveGatherings(world: World): void {
  const own = world.random.fork("gatherings");
  for (const occasion of [...meetUps(world, own), ...reunions(world, own)]) {
    const { name, day, host, guests, minutes } = occasion;
    const at = timeOf(world, own, host.id, day, "leisure");
    const to = guests.map((guest) => guest.id);
    const about = {
      gathering: `${name.toLowerCase().replace(/[^\p{L}\d]+/gu, "-")}-${dateOf(day)}`,
    };
    const metadata = { name };
    world.journal.record({ type: "gathering", from: host.id, to, at, minutes, about, metadata });
    followUp(world, own, occasion);
  }
}

function meetUps(world: World, random: Random): Occasion[] {
  const occasions: Occasion[] = [];
  for (const city of cities) {
    const locals = world.members.filter((m) => m.city === city && m.part !== "isolated");
    if (locals.length < 6) continue;
    // Two or three people carry a local chapter.
    const hosts = [...locals].sort((x, y) => y.activity - x.activity).slice(0, 3);
    for (const day of daysOf(world, (day) => weekdayOf(day) === 3 && weekOfMonth(day) === 3)) {
      if (dateOf(day).slice(5, 7) === "08") continue;
      const host = random.pick(hosts);
      const guests = attending(random, locals, host, 0.1, 0.12);
      if (guests.length > 1) {
        occasions.push({ name: `${city.name} meet-up`, day, host, guests, minutes: 150 });
      }
    }
  }
  return occasions;
}

/** On the second Saturday of June the cohorts of a round number of years come together. */
function reunions(world: World, random: Random): Occasion[] {
  const occasions: Occasion[] = [];
  for (const day of daysOf(world, isReunionDay)) {
    for (const years of [1, 5, 10, 15, 20, 25, 30]) {
      const cohort = world.members.filter(
        (m) => Math.abs(yearOf(day) - years - m.graduated) <= 1 && m.part !== "isolated",
      );
      const host = random.pickWeighted(cohort, (m) => m.activity);
      if (!host) continue;
      const guests = attending(random, cohort, host, 0.45, 0.1);
      const name = `Reunion after ${years} years`;
      if (guests.length > 1) occasions.push({ name, day, host, guests, minutes: 300 });
    }
  }
  return occasions;
}

const weekOfMonth = (day: number): number => Math.ceil(Number(dateOf(day).slice(8)) / 7);
const isReunionDay = (day: number): boolean =>
  day >= dayOf(yearOf(day), 6, 1) &&
  day <= dayOf(yearOf(day), 6, 30) &&
  weekdayOf(day) === 5 &&
  weekOfMonth(day) === 2;

function daysOf({ calendar }: World, fits: (day: number) => boolean): number[] {
  const days: number[] = [];
  for (let day = calendar.firstDay; day <= calendar.lastDay; day++) if (fits(day)) days.push(day);
  return days;
}

function attending(
  random: Random,
  from: Member[],
  host: Member,
  base: number,
  per: number,
): Member[] {
  const coming = from.filter(
    (m) => m !== host && random.chance(base + per * Math.min(3, m.activity)),
  );
  return random.sample(coming, MOST_RECIPIENTS);
}

/** Some write to somebody they met; a few of those become acquaintances. */
function followUp(world: World, random: Random, { day, host, guests }: Occasion): void {
  const { ties, calendar } = world;
  const social = [host, ...guests].filter((member) => member.part !== "broker");
  for (const guest of social) {
    if (!random.chance(0.3) || social.length < 2) continue;
    const other = random.pick(social);
    if (other === guest) continue;
    const days = [day + random.integer(1, 4)];
    if (random.chance(0.25)) {
      ties.add(guest.id, other.id, "acquaintance", 0.12, day, calendar.lastDay);
      days.push(day + random.integer(10, 60), day + random.integer(60, 240));
    }
    converse(world, random, [guest.id, other.id], days, { setting: "leisure", share: 0.8 });
  }
}
