import { type Calendar, DAY_MS, dateOf } from "./calendar.ts";
import { type Member, postOn } from "./world.ts";

/** A person as the platform shows it: what is sent to Kith. */
export interface Person {
  externalId: string;
  name: string;
  headline: string;
  emails: string[];
  positions: { organization: string; title: string; from: string; to: string | null }[];
  skills: string[];
  interests: string[];
  values: string[];
  location: string;
  timeZone: string;
  openToIntroduce: boolean;
  metadata: Record<string, string>;
}

export function profileOf(member: Member, calendar: Calendar): Person {
  const post = postOn(member, Math.floor((calendar.end - 1) / DAY_MS));
  const address = member.name
    .toLowerCase()
    .replace(/[^a-z]+/g, ".")
    .replace(/^\.|\.$/g, "");
  return {
    externalId: member.id,
    name: member.name,
    headline: post
      ? `${post.title} at ${post.organization}`
      : `${member.department.field}, between jobs`,
    emails: [`${address}@alumni.example.org`],
    positions: member.positions.map(({ organization, title, from, to }) => ({
      organization,
      title,
      from: dateOf(from),
      // The last day, not the first day after.
      to: to === null ? null : dateOf(to - 1),
    })),
    skills: member.skills,
    interests: member.interests,
    values: member.values,
    location: member.city.name,
    timeZone: member.city.timeZone,
    openToIntroduce: member.part !== "overloaded",
    metadata: {
      graduated: String(member.graduated),
      department: member.department.name,
      birthday: member.birthday,
    },
  };
}
