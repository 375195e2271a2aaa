/**
 * How well a mentor and a mentee fit, in [0, 1]:
 *
 *   fit = .7 topics + .2 ground + .1 hours
 *
 * topics = share of the topics the mentee wants that the mentor offers; ground = shared interests
 * and values, 1 - 2^(-count); hours = 1 - (hours between their clocks) / 12, .5 where either has no
 * time zone. Undefined (null) where the pair is not possible: no topic in common, or a constraint.
 * The weights are provisional: no data set of mentorships with outcomes was at hand. That what the
 * mentee wants to learn comes first is the finding of most programmes' evaluations.
 */
export interface MentorshipParticipant {
  readonly id: string;
  /** Looks for a mentor. */
  readonly seeks: boolean;
  /** How many mentees they would take; 0: no mentor. */
  readonly capacity: number;
  /** Normalised texts. */
  readonly wants: readonly string[];
  readonly offers: readonly string[];
  readonly organizations: readonly string[];
  readonly interests: readonly string[];
  readonly values: readonly string[];
  readonly utcOffsetMinutes: number | null;
  /** People they must not be matched with: a manager, a report, somebody they named. */
  readonly notWith: readonly string[];
}

export interface MentorshipRules {
  /** Not two people of one organization. */
  readonly acrossOrganizations: boolean;
  /** Most hours between their clocks; null: any. */
  readonly maxHoursApart: number | null;
}

export const defaultMentorshipRules: MentorshipRules = {
  acrossOrganizations: false,
  maxHoursApart: null,
};

export interface MentorFit {
  readonly fit: number;
  readonly topics: readonly string[];
  readonly interests: readonly string[];
  readonly values: readonly string[];
  readonly hoursApart: number | null;
}

export type MentorMisfit = "topic" | "constraint";

const weights = { topics: 0.7, ground: 0.2, hours: 0.1 };

/** The fit of a mentor for a mentee, or why the two are no pair. */
export function mentorFit(
  mentee: MentorshipParticipant,
  mentor: MentorshipParticipant,
  rules: MentorshipRules = defaultMentorshipRules,
): MentorFit | MentorMisfit {
  const topics = shared(mentee.wants, mentor.offers);
  const hours = hoursApart(mentee, mentor);
  if (isExcluded(mentee, mentor, rules, hours)) return "constraint";
  if (topics.length === 0) return "topic";
  const interests = shared(mentee.interests, mentor.interests);
  const values = shared(mentee.values, mentor.values);
  const fit =
    weights.topics * (topics.length / new Set(mentee.wants).size) +
    weights.ground * (1 - 2 ** -(interests.length + values.length)) +
    weights.hours * (hours === null ? 0.5 : 1 - hours / 12);
  return { fit, topics, interests, values, hoursApart: hours };
}

function isExcluded(
  mentee: MentorshipParticipant,
  mentor: MentorshipParticipant,
  { acrossOrganizations, maxHoursApart }: MentorshipRules,
  hours: number | null,
): boolean {
  if (mentee.id === mentor.id) return true;
  if (mentee.notWith.includes(mentor.id) || mentor.notWith.includes(mentee.id)) return true;
  if (maxHoursApart !== null && hours !== null && hours > maxHoursApart) return true;
  return acrossOrganizations && shared(mentee.organizations, mentor.organizations).length > 0;
}

/** Around the clock: 23 hours ahead is one behind. Range [0, 12]; null where either is unknown. */
function hoursApart(one: MentorshipParticipant, other: MentorshipParticipant): number | null {
  if (one.utcOffsetMinutes === null || other.utcOffsetMinutes === null) return null;
  const apart = (Math.abs(one.utcOffsetMinutes - other.utcOffsetMinutes) / 60) % 24;
  return Math.min(apart, 24 - apart);
}

function shared(one: readonly string[], other: readonly string[]): string[] {
  const theirs = new Set(other);
  return [...new Set(one)].filter((text) => theirs.has(text)).sort();
}
