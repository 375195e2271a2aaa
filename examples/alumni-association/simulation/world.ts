import type { Calendar } from "./calendar.ts";
import type { Journal } from "./journal.ts";
import type { Random } from "./random.ts";
import type { TieBook } from "./tie-book.ts";
import type { City, Department } from "./vocabulary.ts";

/** Everything the processes share while the simulation runs. */
export interface World {
  calendar: Calendar;
  random: Random;
  members: Member[];
  member(id: string): Member;
  ties: TieBook;
  journal: Journal;
}

export type Part = "isolated" | "overloaded" | "neglected" | "broker";

export interface Member {
  id: string;
  name: string;
  graduated: number;
  department: Department;
  city: City;
  /** Day of the year, `MM-DD`. */
  birthday: string;
  skills: string[];
  interests: string[];
  values: string[];
  /** How much of the contact this person starts; 1 on average, heavy-tailed. */
  activity: number;
  /** The chance that a help received is followed by thanks. */
  gratitude: number;
  positions: Post[];
  /** What this person was cast as, if anything: nobody plays two parts. */
  part: Part | null;
}

/** A job as the simulation sees it: days, not dates, and a rung of the ladder. */
export interface Post {
  organization: string;
  title: string;
  level: number;
  from: number;
  to: number | null;
  endedBy: "promotion" | "move" | "layoff" | null;
}

export const postOn = (member: Member, day: number): Post | undefined =>
  member.positions.find((post) => post.from <= day && (post.to === null || post.to > day));
