import { isWorkday, nextWorkday } from "./calendar.ts";
import { contactDays, converse, initiativeOf, timeOf, workDays } from "./contact.ts";
import type { Random } from "./random.ts";
import type { Member, Post, World } from "./world.ts";

interface Placement {
  member: Member;
  post: Post;
  from: number;
  to: number;
}

export interface Reporting {
  manager: string;
  report: string;
  from: number;
  to: number;
}

/** Colleagues and managers follow from the jobs that overlap in the period. */
export function liveAtWork(world: World): Reporting[] {
  const reportings: Reporting[] = [];
  for (const [organization, staff] of staffByOrganization(world)) {
    const own = world.random.fork(`work/${organization}`);
    for (const placement of staff) {
      for (const reporting of managersOf(placement, staff, own)) {
        reportings.push(reporting);
        manage(
          world,
          own.fork(`${reporting.manager}/${reporting.report}/${reporting.from}`),
          reporting,
        );
      }
    }
    workTogether(world, own, staff);
  }
  return reportings;
}

function staffByOrganization({ members, calendar }: World): Map<string, Placement[]> {
  const staff = new Map<string, Placement[]>();
  for (const member of members) {
    if (member.part === "isolated") continue;
    for (const post of member.positions) {
      const from = Math.max(post.from, calendar.firstDay);
      const to = Math.min((post.to ?? calendar.lastDay + 1) - 1, calendar.lastDay);
      if (to - from < 20) continue;
      const list = staff.get(post.organization);
      if (list) list.push({ member, post, from, to });
      else staff.set(post.organization, [{ member, post, from, to }]);
    }
  }
  return staff;
}

/** One rung or more above, same field if possible; when a manager leaves, the next one takes over. */
function managersOf(placement: Placement, staff: Placement[], random: Random): Reporting[] {
  const found: Reporting[] = [];
  // Most managers are no alumni.
  if (random.chance(0.55)) return found;
  for (let day = placement.from; day < placement.to; ) {
    const candidates = staff.filter(
      (other) =>
        other.member !== placement.member &&
        other.post.level > placement.post.level &&
        other.from <= day &&
        other.to > day + 20,
    );
    const manager = random.pickWeighted(
      candidates,
      ({ member, post }) =>
        (member.department === placement.member.department ? 6 : 1) /
        (post.level - placement.post.level) ** 3,
    );
    if (!manager) return found;
    const to = Math.min(manager.to, placement.to);
    found.push({ manager: manager.member.id, report: placement.member.id, from: day, to });
    day = to + 1;
  }
  return found;
}

/** A conversation every week or two, messages between, feedback now and then. */
function manage(world: World, random: Random, { manager, report, from, to }: Reporting): void {
  const { journal, ties } = world;
  ties.add(manager, report, "manager", 0.4, from, to);
  const every = random.pick([7, 14, 14]);
  const weekday = random.integer(0, 4);
  for (let day = from + ((weekday - (from % 7) + 7) % 7); day <= to; day += every) {
    if (!isWorkday(day) || random.chance(0.2)) continue;
    const at = timeOf(world, random, manager, day, "work");
    journal.record({ type: "meeting", from: manager, to: [report], at, minutes: 30 });
  }
  const days = workDays(random, from, to, random.logNormal(0.15, 0.8));
  converse(world, random, [manager, report], days, { setting: "work", share: 0.55 });
  for (let day = from + random.integer(30, 90); day <= to; day += random.integer(60, 120)) {
    const at = timeOf(world, random, manager, nextWorkday(day), "work");
    journal.record({ type: "feedback", from: manager, to: [report], at, minutes: 20 });
  }
}

/** Up to four close colleagues each; some keep in touch after one of them has left. */
function workTogether(world: World, random: Random, staff: Placement[]): void {
  const { calendar, ties } = world;
  const close = new Map<Member, number>();
  for (const [i, x] of staff.entries()) {
    for (const y of random.shuffle(staff.slice(i + 1))) {
      const from = Math.max(x.from, y.from);
      const to = Math.min(x.to, y.to);
      if (x.member === y.member || to - from < 20) continue;
      const sameField = x.member.department === y.member.department;
      const taken = Math.max(close.get(x.member) ?? 0, close.get(y.member) ?? 0);
      if (taken >= 4 || !random.chance(sameField ? 0.8 : 0.4)) continue;
      for (const { member } of [x, y]) close.set(member, (close.get(member) ?? 0) + 1);
      const pair: [string, string] = [x.member.id, y.member.id];
      const own = random.fork(`${pair.join("/")}/${from}`);
      const warmth = own.between(0.1, 0.6);
      ties.add(...pair, "colleague", warmth, from, to);
      const pace = (x.member.activity * y.member.activity) ** 0.7;
      const perWeek = Math.min(4, own.logNormal(0.1, 1.2) * (0.25 + pace));
      const share = initiativeOf(world, own, ...pair);
      converse(world, own, pair, workDays(own, from, to, perWeek), { setting: "work", share });
      if (to < calendar.lastDay && own.chance(0.35)) {
        const after = { from: to, to: calendar.lastDay, perWeek: 0.06, burst: 2, shape: 1.7 };
        ties.add(...pair, "acquaintance", warmth, to, calendar.lastDay);
        converse(world, own, pair, contactDays(own, after), { setting: "leisure", share });
      }
    }
  }
}
