import { monthDayOf } from "./calendar.ts";
import type { Milestone } from "./careers.ts";
import { timeOf } from "./contact.ts";
import { liveOn, otherOf } from "./tie-book.ts";
import type { World } from "./world.ts";

/** New jobs and promotions are congratulated on within a few days, by those who are close. */
export function congratulate(world: World, milestones: Milestone[]): void {
  for (const { person, day, kind } of milestones) {
    if (kind === "layoff") continue;
    const own = world.random.fork(`congratulation/${person}/${day}`);
    for (const tie of world.ties.of(person)) {
      if (!liveOn(tie, day) || !own.chance(0.05 + 0.55 * tie.warmth)) continue;
      const from = otherOf(tie, person);
      const on = day + Math.floor(own.exponential(2));
      const sent = world.journal.record({
        type: "congratulation",
        from,
        to: [person],
        at: timeOf(world, own, from, on, own.chance(0.6) ? "work" : "leisure"),
        metadata: { occasion: kind },
      });
      if (sent && own.chance(0.5 * world.member(person).gratitude)) {
        const at = timeOf(world, own, person, on + 1, "leisure");
        world.journal.record({ type: "thanks", from: person, to: [from], at });
      }
    }
  }
}

/** Close friends remember birthdays, mostly. */
export function celebrateBirthdays(world: World): void {
  const { calendar, members, journal, random, ties } = world;
  const born = Map.groupBy(members, (member) => member.birthday);
  for (let day = calendar.firstDay; day <= calendar.lastDay; day++) {
    for (const { id } of born.get(monthDayOf(day)) ?? []) {
      const own = random.fork(`birthday/${id}/${day}`);
      for (const tie of ties.of(id)) {
        if (!liveOn(tie, day) || tie.warmth < 0.4 || !own.chance(0.45)) continue;
        const from = otherOf(tie, id);
        const at = timeOf(world, own, from, day, "leisure");
        const metadata = { occasion: "birthday" };
        journal.record({ type: "congratulation", from, to: [id], at, metadata });
      }
    }
  }
}
