import { type Member, type Part, postOn, type World } from "./world.ts";

/** How many of a kind are planted: a share of the members, but at least one. */
export const partSize = (members: number, share: number): number =>
  Math.max(1, Math.round(members * share));

/** Chooses who is lonely, overrun, forgotten or between groups, before anybody meets anybody. */
export function castParts({ members, random, calendar }: World): void {
  const own = random.fork("casting");
  const cast = (part: Part, share: number, fits: (member: Member) => boolean) => {
    const free = own.shuffle(members.filter((member) => member.part === null));
    // Whoever fits comes first; a small membership may have to do with others.
    const ranked = [...free.filter(fits), ...free.filter((member) => !fits(member))];
    for (const member of ranked.slice(0, partSize(members.length, share))) member.part = part;
  };
  const level = (member: Member) => postOn(member, calendar.lastDay)?.level ?? -1;
  cast("isolated", 0.03, (member) => member.activity < 0.6);
  cast("overloaded", 0.02, (member) => level(member) >= 3 && member.activity > 0.8);
  // Without a job at the end nobody has to write to them.
  cast("neglected", 0.025, (member) => level(member) < 0 && member.activity > 0.5);
  cast("broker", 0.03, (member) => member.activity > 0.9);
  for (const member of members) {
    if (member.part === "isolated") member.activity = Math.min(member.activity, 0.3);
    if (member.part === "broker") member.activity = Math.max(member.activity, 1.2);
  }
}
