import { isWorkday } from "./calendar.ts";
import { timeOf } from "./contact.ts";
import { giveHelp } from "./help.ts";
import type { Interaction, InteractionType } from "./journal.ts";
import type { World } from "./world.ts";

const favours: InteractionType[] = [
  "advice",
  "introduction",
  "referral",
  "feedback",
  "endorsement",
];

/** The day from which everybody wants something of the overloaded. */
export const overloadFrom = ({ calendar }: World): number =>
  calendar.lastDay - Math.floor((calendar.lastDay - calendar.firstDay) * 0.2);

/** One or two asks every working day from all sides; not half of them can be met. */
export function overload(world: World): Interaction[] {
  const given: Interaction[] = [];
  const { members, calendar, random, journal } = world;
  const ordinary = members.filter((member) => member.part === null);
  for (const { id, part } of members) {
    if (part !== "overloaded") continue;
    const own = random.fork(`overload/${id}`);
    const askers = own.sample(ordinary, own.integer(50, 80));
    for (let day = overloadFrom(world); day <= calendar.lastDay; day++) {
      if (!isWorkday(day)) continue;
      for (let n = own.poisson(1.6); n > 0; n--) {
        const asker = own.pick(askers).id;
        const at = timeOf(world, own, asker, day, "work");
        journal.record({
          type: "message",
          from: asker,
          to: [id],
          at,
          metadata: { purpose: "ask" },
        });
        if (!own.chance(0.4)) continue;
        const favour = {
          giver: id,
          receiver: asker,
          type: own.pick(favours),
          day: day + own.integer(1, 6),
        };
        const help = giveHelp(world, own, favour);
        if (help) given.push(help);
      }
    }
  }
  return given;
}
