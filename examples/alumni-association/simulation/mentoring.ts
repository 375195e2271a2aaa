import { nextWorkday } from "./calendar.ts";
import { partSize } from "./casting.ts";
import { converse, timeOf, workDays } from "./contact.ts";
import { postOn, type World } from "./world.ts";

export interface Mentorship {
  mentor: string;
  mentee: string;
  cadenceDays: number;
  from: number;
  to: number;
}

const LONGEST_DAYS = 420;

/** Mentors are at least eight years ahead; they meet every two or three weeks, for about a year. */
export function liveMentorships(world: World): Mentorship[] {
  const { members, random, calendar, ties } = world;
  const own = random.fork("mentoring");
  const free = members.filter((member) => member.part === null || member.part === "broker");
  const load = new Map<string, number>();
  const mentorships: Mentorship[] = [];
  for (const mentee of own.sample(free, free.length)) {
    if (mentorships.length >= partSize(members.length, 0.1)) break;
    if (load.has(mentee.id)) continue;
    const mentor = own.pickWeighted(free, (other) => {
      const ahead = mentee.graduated - other.graduated;
      if (ahead < 8 || (load.get(other.id) ?? 0) > 1 || ties.get(mentee.id, other.id)) return 0;
      return (
        (other.department === mentee.department ? 4 : 1) *
        (1 + (postOn(other, calendar.firstDay)?.level ?? 0))
      );
    });
    if (!mentor || mentorships.some((known) => known.mentee === mentor.id)) continue;
    load.set(mentor.id, (load.get(mentor.id) ?? 0) + 1);
    load.set(mentee.id, 2);
    const length = calendar.lastDay - calendar.firstDay;
    const from = calendar.firstDay + own.integer(0, Math.floor(length * 0.75));
    const to = Math.min(calendar.lastDay, from + own.integer(180, LONGEST_DAYS));
    mentorships.push({
      mentor: mentor.id,
      mentee: mentee.id,
      cadenceDays: own.pick([14, 14, 21]),
      from,
      to,
    });
  }
  for (const mentorship of mentorships) meetRegularly(world, mentorship);
  return mentorships;
}

function meetRegularly(world: World, { mentor, mentee, cadenceDays, from, to }: Mentorship): void {
  const { journal, ties } = world;
  const own = world.random.fork(`mentoring/${mentor}/${mentee}`);
  ties.add(mentor, mentee, "mentor", 0.6, from, to);
  const metadata = { programme: "alumni mentoring" };
  for (let day = from; day <= to; day += cadenceDays + own.integer(-2, 3)) {
    if (own.chance(0.07)) continue;
    const on = nextWorkday(day);
    const at = timeOf(world, own, mentor, on, "work");
    const minutes = own.pick([45, 60, 60, 75]);
    const held = journal.record({
      type: "mentoring",
      from: mentor,
      to: [mentee],
      at,
      minutes,
      metadata,
    });
    if (!held) continue;
    const reply = { from: mentee, to: [mentor] };
    const later = (days: number) => timeOf(world, own, mentee, on + days, "work");
    if (own.chance(0.6)) journal.record({ type: "thanks", ...reply, at: later(1) });
    if (own.chance(0.35))
      journal.record({ type: "update", ...reply, at: later(own.integer(5, 11)) });
    if (own.chance(0.15))
      journal.record({ type: "knowledge", from: mentor, to: [mentee], at: later(2) });
  }
  const days = workDays(own, from, to, 0.35);
  converse(world, own, [mentor, mentee], days, { setting: "work", share: 0.35 });
}
