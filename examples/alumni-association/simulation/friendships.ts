import { contactDays, converse, initiativeOf, timeOf } from "./contact.ts";
import type { Random } from "./random.ts";
import { pairKey } from "./tie-book.ts";
import type { Member, World } from "./world.ts";

/** How likely two people are to have become friends: same years, subject, town, pastimes. */
export function affinity(x: Member, y: Member): number {
  const yearsApart = Math.abs(x.graduated - y.graduated);
  const shared = x.interests.filter((interest) => y.interests.includes(interest)).length;
  return (
    Math.exp(-yearsApart / 1.5) *
    (x.department === y.department ? 3 : 1) *
    (x.city === y.city ? 2.5 : 1) *
    (1 + 0.4 * shared)
  );
}

export interface Group {
  members: Member[];
}

/** Groups of four to eight, until nearly everybody has one; sociable people have a second. */
export function formGroups(random: Random, members: Member[]): Group[] {
  const social = members.filter((member) => member.part !== "isolated");
  const room = new Map(social.map((m) => [m, m.activity > 1.3 && m.part === null ? 2 : 1]));
  const groups: Group[] = [];
  for (const founder of random.shuffle(social)) {
    if ((room.get(founder) ?? 0) < 1 || random.chance(0.06)) continue;
    const group = [founder];
    const size = random.integer(4, 8);
    while (group.length < size) {
      const next = random.pickWeighted(social, (member) =>
        group.includes(member) || (room.get(member) ?? 0) < 1
          ? 0
          : group.reduce((sum, friend) => sum + affinity(friend, member), 0),
      );
      if (!next) break;
      group.push(next);
    }
    if (group.length < 3) continue;
    for (const member of group) room.set(member, (room.get(member) ?? 0) - 1);
    groups.push({ members: group });
  }
  return placeBrokers(random, groups);
}

/** A broker is at home in three groups that have nothing else to do with each other. */
function placeBrokers(random: Random, groups: Group[]): Group[] {
  const brokers = new Set(
    groups.flatMap((group) => group.members.filter((member) => member.part === "broker")),
  );
  for (const broker of brokers) {
    const own = groups.filter((group) => group.members.includes(broker));
    for (const group of random.shuffle(groups)) {
      if (own.length === 3) break;
      const hasBroker = group.members.some((member) => member.part === "broker");
      if (hasBroker || own.some((other) => isLinked(other, group))) continue;
      group.members.push(broker);
      own.push(group);
    }
  }
  return groups;
}

const isLinked = (x: Group, y: Group): boolean =>
  x.members.some((member) => y.members.includes(member));

interface Friendship {
  pair: [string, string];
  perWeek: number;
  from: number;
  to: number;
}

export function createFriendships(world: World, groups: Group[]): Friendship[] {
  const { calendar, ties } = world;
  const length = calendar.lastDay - calendar.firstDay;
  const friendships = new Map<string, Friendship>();
  for (const { members } of groups) {
    for (const [i, x] of members.entries()) {
      for (const y of members.slice(i + 1)) {
        const key = pairKey(x.id, y.id);
        if (friendships.has(key)) continue;
        const own = world.random.fork(`friendship/${key}`);
        const perWeek = 0.05 * (x.activity * y.activity) ** 0.75 * own.logNormal(0.7, 1);
        // Some friendships begin in the period and some run out: ordinary turnover.
        const from = calendar.firstDay + (own.chance(0.12) ? own.integer(0, length) : 0);
        const to = own.chance(0.12) ? own.integer(from, calendar.lastDay) : calendar.lastDay;
        const warmth = Math.min(0.95, 0.25 + 0.75 * Math.sqrt(perWeek));
        ties.add(x.id, y.id, "friend", warmth, from, to);
        friendships.set(key, { pair: [x.id, y.id], perWeek: Math.min(perWeek, 5), from, to });
      }
    }
  }
  return [...friendships.values()];
}

export function liveFriendships(world: World, friendships: Friendship[], dense: Set<string>): void {
  for (const { pair, perWeek, from, to } of friendships) {
    const key = pairKey(...pair);
    const own = world.random.fork(`friends/${key}`);
    // Ties that are planted as fading or dormant were strong once: for them it takes contact.
    const rhythm = dense.has(key)
      ? { perWeek: Math.max(perWeek, 1.1), burst: 1.7, shape: 6 }
      : { perWeek, burst: 2.6, shape: 1.6 };
    const days = contactDays(own, { from, to, ...rhythm });
    const share = initiativeOf(world, own, ...pair);
    converse(world, own, pair, days, { setting: "leisure", share });
  }
}

/** A group plans something, talks for a few days, meets, and falls silent again. */
export function liveGroups(world: World, groups: Group[]): void {
  const { calendar, random, journal } = world;
  for (const [i, { members }] of groups.entries()) {
    const own = random.fork(`group/${i}`);
    for (let day = calendar.firstDay + own.lomax(60, 1.8); day <= calendar.lastDay; ) {
      const first = Math.floor(day);
      const talk = own.integer(2, 7);
      const organizer = own.pickWeighted(members, (m) => m.activity)?.id ?? own.pick(members).id;
      for (const friend of members) {
        for (let n = own.poisson(0.8); n > 0; n--) {
          const from = own.chance(0.6) ? organizer : friend.id;
          const to = from === organizer ? friend.id : own.pick(members).id;
          if (from === to) continue;
          const at = timeOf(world, own, from, first + own.integer(0, talk), "leisure");
          journal.record({ type: "message", from, to: [to], at });
        }
      }
      const coming = members.filter((friend) => friend.id !== organizer && own.chance(0.65));
      journal.record({
        type: coming.length > 3 ? "gathering" : "meeting",
        from: organizer,
        to: coming.map((friend) => friend.id),
        at: timeOf(world, own, organizer, first + talk, "leisure"),
        minutes: own.integer(9, 24) * 10,
      });
      day += talk + own.lomax(60, 1.8);
    }
  }
}
