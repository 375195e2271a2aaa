import type { Day, Instant } from "../instant.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { DeclaredCadence } from "../tie/cadence.ts";
import type { PairEvidence } from "../tie/evidence.ts";
import type { EvidenceBefore } from "./evidence-before.ts";
import type { NudgeKind } from "./kinds.ts";

/** A tie of the person who is nudged. */
export interface NudgeTie {
  readonly other: string;
  readonly evidence: PairEvidence;
  /** Of a tie with contact since the week began: its evidence before that (`evidenceBefore`). */
  readonly before: EvidenceBefore | null;
  /** The first day of this week on which the other reached out. */
  readonly answeredDay: Day | null;
  /** With `before`: the last day before this week on which this person reached out. */
  readonly reachedDay: Day | null;
  readonly cadenceDays: DeclaredCadence | null;
  readonly roles: readonly string[];
  readonly circle: string | null;
  readonly isDeclared: boolean;
  /** By either side: nobody is told by which. */
  readonly paused: boolean;
  /** The earlier of the two people's last interactions with anyone. */
  readonly seenAt: Instant;
}

/** Somebody who was at the same gathering. */
export interface NudgeEncounter {
  readonly other: string;
  readonly at: Instant;
  /** The gathering's id; null where the log alone tells of it. */
  readonly gathering: string | null;
}

export interface NudgeMilestone {
  /** One occasion: the milestone's id and, after a slash, which of its days. */
  readonly id: string;
  readonly other: string;
  readonly kind: string;
  readonly title: string | null;
  /** Begin of its day where the person is. */
  readonly startsAt: Instant;
  /** Since when it has been told. */
  readonly knownAt: Instant;
}

/** What somebody asks for or works towards, which this person could help with. */
export interface NudgeNeed {
  readonly id: string;
  readonly of: "ask" | "goal";
  readonly other: string;
  readonly kind: string;
  readonly title: string | null;
  /** Whether the ask names this person. */
  readonly isNamed: boolean;
  readonly since: Instant;
  readonly until: Instant | null;
  /** When this person first helped the other after it was said. */
  readonly helpedAt: Instant | null;
}

export const nudgeActionKinds = ["done", "snoozed", "dismissed"] as const;
export type NudgeActionKind = (typeof nudgeActionKinds)[number];

/** What the person did with a nudge. */
export interface NudgeAction {
  readonly kind: NudgeKind;
  readonly subject: string | null;
  readonly occasion: string;
  readonly action: NudgeActionKind;
  readonly actedAt: Instant;
  /** Of a snoozed one. */
  readonly until: Instant | null;
}

/** Everything that nudges of one person are made of. The order of each list means nothing. */
export interface NudgeFacts {
  readonly person: string;
  readonly ties: readonly NudgeTie[];
  /** Help received, courtesies given and friction, with the category of each. */
  readonly exchanges: readonly Interaction[];
  readonly encounters: readonly NudgeEncounter[];
  readonly milestones: readonly NudgeMilestone[];
  readonly needs: readonly NudgeNeed[];
  readonly actions: readonly NudgeAction[];
}

export const noNudgeFacts = (person: string): NudgeFacts => ({
  person,
  ties: [],
  exchanges: [],
  encounters: [],
  milestones: [],
  needs: [],
  actions: [],
});

/** The rhythm wanted with everybody in a circle or a role. */
export interface GroupCadence extends DeclaredCadence {
  readonly of: "circle" | "role";
  readonly name: string;
}

export interface NudgePreferences {
  readonly weeklyBudget: number;
  readonly kindsOff: readonly NudgeKind[];
  readonly cadences: readonly GroupCadence[];
}

/** The moment of asking, in the week of the person: it begins on Monday where they are. */
export interface NudgeMoment {
  readonly at: Instant;
  readonly weekStartsAt: Instant;
}
