import { contactDays, converse, initiativeOf } from "./contact.ts";
import { affinity } from "./friendships.ts";
import { pairKey } from "./tie-book.ts";
import type { World } from "./world.ts";

/** Weak ties: a few contacts a year, many more of them than friends. */
export function liveAcquaintances(world: World): void {
  const { members, random, calendar, ties } = world;
  const own = random.fork("acquaintances");
  const length = calendar.lastDay - calendar.firstDay;
  const social = members.filter((member) => member.part !== "isolated");
  for (const member of social) {
    // Brokers keep to their groups: that is what makes them brokers and not just popular.
    const count = own.poisson(member.part === "broker" ? 1 : 9 * Math.min(6, member.activity));
    for (let n = 0; n < count; n++) {
      const other = own.pickWeighted(social, (candidate) =>
        candidate === member || candidate.part === "broker" || ties.get(member.id, candidate.id)
          ? 0
          : (0.03 + affinity(member, candidate)) * candidate.activity,
      );
      if (!other) continue;
      const from = calendar.firstDay + (own.chance(0.6) ? 0 : own.integer(0, length));
      ties.add(member.id, other.id, "acquaintance", own.between(0.02, 0.3), from, calendar.lastDay);
      const perWeek = own.logNormal(0.009, 1.2);
      const pairRandom = random.fork(`acquaintance/${pairKey(member.id, other.id)}`);
      const span = { from, to: calendar.lastDay, perWeek, burst: 2, shape: 1.6 };
      converse(world, pairRandom, [member.id, other.id], contactDays(pairRandom, span), {
        setting: pairRandom.chance(0.5) ? "work" : "leisure",
        share: initiativeOf(world, pairRandom, member.id, other.id),
        replies: 0.35,
      });
    }
  }
  passBy(world);
  knowOneOrTwo(world);
}

/** A question to a stranger, once: most of anybody's contacts are of this kind. */
function passBy(world: World): void {
  const own = world.random.fork("passing");
  const { firstDay, lastDay } = world.calendar;
  const social = world.members.filter((member) => member.part === null);
  for (const member of social) {
    const count = own.poisson(0.008 * (lastDay - firstDay) * Math.min(6, member.activity));
    for (const other of own.sample(social, count)) {
      if (other === member || world.ties.get(member.id, other.id)) continue;
      const days = [own.integer(firstDay, lastDay)];
      converse(world, own, [member.id, other.id], days, { setting: "work", share: 0.9 });
    }
  }
}

/** The isolated know one or two people, and hear from them a few times a year at most. */
function knowOneOrTwo(world: World): void {
  const { members, random, calendar, ties } = world;
  const social = members.filter((member) => member.part === null);
  for (const member of members) {
    if (member.part !== "isolated") continue;
    const own = random.fork(`isolated/${member.id}`);
    for (const other of own.sample(social, own.integer(1, 2))) {
      ties.add(member.id, other.id, "acquaintance", 0.05, calendar.firstDay, calendar.lastDay);
      const days = Array.from({ length: own.integer(1, 3) }, () =>
        own.integer(calendar.firstDay, calendar.lastDay),
      );
      converse(world, own, [member.id, other.id], days, { setting: "leisure", share: 0.6 });
    }
  }
}
