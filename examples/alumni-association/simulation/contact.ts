import { isWorkday, leisureTime, nextWorkday, seasonOf, workTime } from "./calendar.ts";
import type { Random } from "./random.ts";
import type { World } from "./world.ts";

export interface Rhythm {
  from: number;
  to: number;
  perWeek: number;
  /** Contacts in one burst, on average. 1 makes single, scattered contacts. */
  burst: number;
  /** Tail of the gaps between bursts: 1.5 is wild, 3 is tame. */
  shape: number;
}

/** Days of contact: bursts over a few days, heavy-tailed silences between them. */
export function contactDays(random: Random, { from, to, perWeek, burst, shape }: Rhythm): number[] {
  const days: number[] = [];
  const meanGap = (7 * burst) / perWeek;
  // The gap running when the period begins is longer than an average one: its rest has a heavier tail.
  const rest = meanGap * (shape - 1) * ((1 - random.next()) ** (-1 / (shape - 1)) - 1);
  for (let start = from + rest; start <= to; ) {
    let day = start;
    do {
      if (day <= to && random.chance(seasonOf(Math.floor(day)))) days.push(Math.floor(day));
      day += random.exponential(1.3);
    } while (random.chance(1 - 1 / burst));
    start += random.lomax(meanGap, shape);
  }
  return days;
}

/** Contact at work keeps to working days and is far more regular. */
export function workDays(random: Random, from: number, to: number, perWeek: number): number[] {
  const days: number[] = [];
  for (let day = from; day <= to; day++) {
    if (isWorkday(day) && random.chance(Math.min(0.9, (perWeek / 5) * seasonOf(day))))
      days.push(day);
  }
  return days;
}

export type Setting = "work" | "leisure";

/**
 * One contact a day between two people. `share` is the chance that `a` starts; whoever is written to
 * often answers, the same day.
 */
export function converse(
  world: World,
  random: Random,
  [a, b]: [string, string],
  days: number[],
  { setting, share, replies = 0.45 }: { setting: Setting; share: number; replies?: number },
): void {
  for (const day of days) {
    const [from, to] = random.chance(share) ? [a, b] : [b, a];
    const at = timeOf(world, random, from, day, setting);
    const kind = random.next();
    if (kind < 0.72) {
      const sent = world.journal.record({ type: "message", from, to: [to], at });
      if (sent && random.chance(replies)) {
        const delay = Math.round(random.logNormal(40, 1.1)) * 60_000 + random.integer(0, 59) * 1000;
        world.journal.record({ type: "message", from: to, to: [from], at: at + delay });
      }
    } else if (kind < 0.86) {
      const minutes = Math.max(2, Math.round(random.logNormal(14, 0.8)));
      world.journal.record({ type: "call", from, to: [to], at, minutes });
    } else {
      const minutes =
        setting === "work" ? random.pick([25, 30, 45, 60]) : random.integer(4, 18) * 10;
      world.journal.record({ type: "meeting", from, to: [to], at, minutes });
    }
  }
}

export function timeOf(
  world: World,
  random: Random,
  person: string,
  day: number,
  setting: Setting,
): number {
  const { utcOffsetHours } = world.member(person).city;
  return setting === "work"
    ? workTime(random, nextWorkday(day), utcOffsetHours)
    : leisureTime(random, day, utcOffsetHours);
}

/** Who starts most of the contact follows from how active both are, with a person-to-person whim. */
export function initiativeOf(world: World, random: Random, a: string, b: string): number {
  const [x, y] = [world.member(a).activity, world.member(b).activity];
  return Math.min(0.95, Math.max(0.05, x / (x + y) + 0.15 * random.normal()));
}
