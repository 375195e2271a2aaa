import type { Pair } from "./planting.ts";

/**
 * What was planted, for tests of what Kith finds. `control` is somebody (or a pair) alike in what
 * should not matter and different in what should; `null` when a small membership had none left.
 * Instants are milliseconds since the epoch.
 */
export interface Truth {
  /** Had ordinary contact; since `since` nobody has reached out. Control: as much contact before. */
  neglected: { person: string; since: number; control: string | null }[];
  /** Since `since` asked by many, every working day. Control: received as much before. */
  overloaded: { person: string; since: number; control: string | null }[];
  /** Hardly know anybody. Control: nearest in cohort, department and town, with an ordinary network. */
  isolated: { person: string; control: string | null }[];
  /** At home in several groups that do not know each other. Control: knows as many people. */
  brokers: { person: string; groups: string[][]; control: string | null }[];
  /** Mentoring sessions at a rhythm. Control: other pairs of colleagues. */
  mentorPairs: {
    mentor: string;
    mentee: string;
    cadenceDays: number;
    from: number;
    to: number;
    ongoing: boolean;
    control: Pair | null;
  }[];
  /** A conflict without repair. Control: a conflict that was repaired. */
  strainedPairs: { pair: Pair; conflictAt: number; control: Pair | null }[];
  /** Were close, silent since `since` (months). Control: as many days of contact, still going on. */
  fadingStrongTies: { pair: Pair; since: number; control: Pair | null }[];
  /** Were close, silent since `since` (about a year; what was built still shows). Control: as above. */
  dormantStrongTies: { pair: Pair; since: number; control: Pair | null }[];
  /** Help of the last months without thanks or news since. Control: help that was thanked for. */
  unthankedHelp: { interaction: string; giver: string; receiver: string; control: string | null }[];
  /** Birthdays in the two weeks after the end. Control: somebody whose birthday is months away. */
  upcomingBirthdays: { person: string; date: string; control: string | null }[];
}
