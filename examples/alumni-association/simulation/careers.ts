import { type Calendar, dayOf, monthDayOf, nextWorkday, yearOf } from "./calendar.ts";
import type { Random } from "./random.ts";
import { ladder, organizations } from "./vocabulary.ts";
import type { Member, Post } from "./world.ts";

const YEAR = 365.25;

/** A working life from graduation to the end of the period: promotions, moves, now and then a gap. */
export function livePositions(random: Random, member: Member, calendar: Calendar): Post[] {
  const posts: Post[] = [];
  let day = nextWorkday(dayOf(member.graduated, 9, 1) + random.integer(0, 150));
  let level = 0;
  let organization = employer(random, null);
  while (day <= calendar.lastDay) {
    const leaveOn = day + Math.round(random.logNormal(3.4 * YEAR, 0.55));
    // One employer: posts until the day of leaving, each ended by a promotion but the last.
    for (;;) {
      const promotedOn = monthStart(
        day + Math.round(random.logNormal(2.6 * YEAR * (1 + level / 3), 0.5)),
      );
      const title = (ladder[level] ?? "*").replace("*", member.department.field);
      const post: Post = { organization, title, level, from: day, to: null, endedBy: null };
      posts.push(post);
      if (promotedOn >= leaveOn - 120 || level === ladder.length - 1) break;
      if (promotedOn > calendar.lastDay) return posts;
      post.to = promotedOn;
      post.endedBy = "promotion";
      day = promotedOn;
      level++;
    }
    const last = posts.at(-1);
    if (!last || leaveOn > calendar.lastDay) return posts;
    last.to = leaveOn;
    last.endedBy = "move";
    organization = employer(random, organization);
    const rises = random.chance(0.35) && level < ladder.length - 1;
    level += rises ? 1 : 0;
    day = monthStart(
      leaveOn + (random.chance(0.2) ? random.integer(60, 300) : random.integer(1, 35)),
    );
  }
  return posts;
}

/**
 * Two of the larger employers let people go in the period. Whoever is hit loses every later post and
 * searches for two to seven months.
 */
export function layOff(random: Random, members: Member[], calendar: Calendar): void {
  const length = calendar.lastDay - calendar.firstDay;
  for (const [share, employers] of [
    [0.35, organizations.slice(0, 4)],
    [0.7, organizations.slice(4, 10)],
  ] as const) {
    const organization = random.pick(employers).name;
    const on = nextWorkday(
      calendar.firstDay + Math.round(length * share) + random.integer(-20, 20),
    );
    for (const member of members) {
      const post = member.positions.find(
        (p) => p.organization === organization && p.from < on - 30 && (p.to === null || p.to > on),
      );
      if (!post || !random.chance(0.4)) continue;
      member.positions = member.positions.filter((p) => p.from <= post.from);
      post.to = on;
      post.endedBy = "layoff";
      const foundOn = monthStart(on + random.integer(60, 210));
      if (foundOn > calendar.lastDay) continue;
      member.positions.push({
        ...post,
        organization: employer(random, organization),
        from: foundOn,
        to: null,
        endedBy: null,
      });
    }
  }
}

export interface Milestone {
  person: string;
  day: number;
  kind: "new job" | "promotion" | "layoff";
}

export function milestonesIn(calendar: Calendar, members: Member[]): Milestone[] {
  const inside = (day: number) => day >= calendar.firstDay && day <= calendar.lastDay;
  return members.flatMap((member) =>
    member.positions.flatMap((post, i) => {
      const before = member.positions[i - 1];
      const found: Milestone[] = [];
      if (inside(post.from)) {
        const kind = before?.endedBy === "promotion" ? "promotion" : "new job";
        found.push({ person: member.id, day: post.from, kind });
      }
      if (post.endedBy === "layoff" && post.to !== null && inside(post.to)) {
        found.push({ person: member.id, day: post.to, kind: "layoff" });
      }
      return found;
    }),
  );
}

function employer(random: Random, except: string | null): string {
  const open = organizations.filter((organization) => organization.name !== except);
  return (random.pickWeighted(open, (organization) => organization.weight) ?? random.pick(open))
    .name;
}

/** Jobs start on the first working day of a month. */
function monthStart(day: number): number {
  const dayOfMonth = Number(monthDayOf(day).slice(3));
  const month = Number(monthDayOf(day).slice(0, 2));
  return dayOfMonth === 1 ? nextWorkday(day) : nextWorkday(dayOf(yearOf(day), month + 1, 1));
}
