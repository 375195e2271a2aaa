import type { Milestone } from "./careers.ts";
import { timeOf } from "./contact.ts";
import { giveHelp } from "./help.ts";
import type { Interaction, InteractionType } from "./journal.ts";
import { liveOn, otherOf } from "./tie-book.ts";
import type { World } from "./world.ts";

const answers: [InteractionType | null, number][] = [
  [null, 35],
  ["lead", 22],
  ["support", 16],
  ["advice", 14],
  ["introduction", 8],
  ["referral", 5],
];

/** Who is laid off writes to the people they know; many of them help, and hear how it went. */
export function liveJobSearches(world: World, milestones: Milestone[]): Interaction[] {
  const given: Interaction[] = [];
  for (const layoff of milestones.filter((milestone) => milestone.kind === "layoff")) {
    const { person } = layoff;
    const own = world.random.fork(`job search/${person}/${layoff.day}`);
    const found = milestones.find(
      (m) => m.person === person && m.kind === "new job" && m.day > layoff.day,
    );
    const asked = [...world.ties.of(person)]
      .filter((tie) => liveOn(tie, layoff.day))
      .sort((x, y) => y.warmth - x.warmth)
      .slice(0, own.integer(8, 22));
    for (const tie of asked) {
      const contact = otherOf(tie, person);
      const day = layoff.day + own.integer(3, 45);
      const at = timeOf(world, own, person, day, "work");
      const metadata = { purpose: "ask" };
      world.journal.record({ type: "message", from: person, to: [contact], at, metadata });
      const type = own.pickWeighted(answers, ([, weight]) => weight)?.[0];
      if (!type) continue;
      const answer = { giver: contact, receiver: person, type, day: day + own.integer(1, 9) };
      const help = giveHelp(world, own, answer);
      if (!help) continue;
      given.push(help);
      if (found && own.chance(world.member(person).gratitude)) {
        const told = timeOf(world, own, person, found.day + own.integer(0, 6), "work");
        world.journal.record({ type: "update", from: person, to: [contact], at: told });
      }
    }
  }
  return given;
}
