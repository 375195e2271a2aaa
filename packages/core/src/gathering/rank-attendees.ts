import type { Band } from "../tie/band.ts";

/** Something that one of two people asks for and the other could help with. */
export interface AnswerableAsk {
  readonly id: string;
  readonly title: string;
  /** What the other knows of what is asked for; empty where an ask names no terms. */
  readonly terms: readonly string[];
}

/** What is known between a person and somebody else who comes to the same gathering. */
export interface AttendeeFacts {
  readonly person: string;
  /** Of the tie of the two; `none`: they never were in contact. */
  readonly band: Band;
  readonly strained: boolean;
  /** By either side. */
  readonly paused: boolean;
  /** What they ask for, and this person could help with. */
  readonly theirAsks: readonly AnswerableAsk[];
  /** What this person asks for, and they could help with. */
  readonly ownAsks: readonly AnswerableAsk[];
  /** Of this person's goals, the words that they are known by. */
  readonly ownGoals: readonly string[];
  /** People in touch with both, the best go-between first. */
  readonly through: readonly string[];
  /** How warmly they are joined by others (`commonGround`). */
  readonly warmth: number;
  /** Of what the gathering is about, what they are known by. */
  readonly topics: readonly string[];
  readonly interests: readonly string[];
  readonly skills: readonly string[];
  readonly values: readonly string[];
  readonly organizations: readonly string[];
}

/** Why to meet somebody, the most specific first: the first is also what to begin with. */
export type MeetingReason =
  | { readonly code: "theirAsk" | "ownAsk"; readonly ask: AnswerableAsk }
  | { readonly code: "throughContact"; readonly people: readonly string[] }
  | {
      readonly code: "ownGoal" | "interest" | "topic" | "organization" | "skill" | "value";
      readonly words: readonly string[];
    }
  | { readonly code: "knownBefore" | "bothThere" };

export const meetingReasonCodes = [
  "theirAsk",
  "ownAsk",
  "ownGoal",
  "throughContact",
  "interest",
  "topic",
  "organization",
  "skill",
  "value",
  "knownBefore",
  "bothThere",
] as const satisfies readonly MeetingReason["code"][];

export interface AttendeeToMeet {
  readonly person: string;
  /** For ranking only. */
  readonly score: number;
  readonly reasons: readonly MeetingReason[];
}

/** What each reason counts for by itself. Provisional: plain priors, to be judged by what people do. */
export const meetingWeights: Readonly<Record<MeetingReason["code"], number>> = {
  theirAsk: 0.5,
  ownAsk: 0.45,
  ownGoal: 0.4,
  throughContact: 0.35,
  interest: 0.25,
  topic: 0.2,
  organization: 0.15,
  skill: 0.1,
  value: 0.1,
  knownBefore: 0.2,
  bothThere: 0,
};

/**
 * Whom to meet at a gathering, best first.
 *
 *   score = 1 - product over reasons of (1 - weight)^n        n = words in common, at most 3
 *   throughContact: weight * warmth / (warmth + 0.05), however many people
 *
 * Range [0, 1), for ranking only: common ground is a reason to meet, not evidence of a tie. Left out
 * are people in contact anyway (`core`, `active`), and whoever of the two paused or strained the tie
 * is. Somebody of whom nothing is known comes last, and is not left out. Ties in score by id.
 */
export function rankAttendees(attendees: Iterable<AttendeeFacts>): AttendeeToMeet[] {
  const found: AttendeeToMeet[] = [];
  for (const facts of attendees) {
    const { person, band, strained, paused } = facts;
    if (strained || paused || band === "core" || band === "active") continue;
    const reasons = reasonsOf(facts);
    const unlikely = reasons.reduce((rest, reason) => rest * (1 - partOf(reason, facts)), 1);
    found.push({ person, score: 1 - unlikely, reasons });
  }
  return found.sort((x, y) => y.score - x.score || (x.person < y.person ? -1 : 1));
}

function reasonsOf(facts: AttendeeFacts): MeetingReason[] {
  const [theirs] = facts.theirAsks;
  const [own] = facts.ownAsks;
  const inWords = [
    { code: "interest", words: facts.interests },
    { code: "topic", words: facts.topics },
    { code: "organization", words: facts.organizations },
    { code: "skill", words: facts.skills },
    { code: "value", words: facts.values },
  ] as const;
  const reasons: MeetingReason[] = [
    ...(theirs ? [{ code: "theirAsk", ask: theirs } as const] : []),
    ...(own ? [{ code: "ownAsk", ask: own } as const] : []),
    ...(facts.ownGoals.length > 0 ? [{ code: "ownGoal", words: facts.ownGoals } as const] : []),
    ...(facts.through.length > 0
      ? [{ code: "throughContact", people: facts.through } as const]
      : []),
    ...inWords.filter(({ words }) => words.length > 0),
    ...(facts.band === "none" ? [] : [{ code: "knownBefore" } as const]),
  ];
  return reasons.length > 0 ? reasons : [{ code: "bothThere" }];
}

const halfWarmth = 0.05;

function partOf(reason: MeetingReason, { warmth }: AttendeeFacts): number {
  const weight = meetingWeights[reason.code];
  if (reason.code === "throughContact") return (weight * warmth) / (warmth + halfWarmth);
  return "words" in reason ? 1 - (1 - weight) ** Math.min(3, reason.words.length) : weight;
}
