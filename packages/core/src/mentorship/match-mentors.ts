import { deferredAcceptance } from "../matching/deferred-acceptance.ts";
import {
  defaultMentorshipRules,
  type MentorFit,
  type MentorMisfit,
  type MentorshipParticipant,
  type MentorshipRules,
  mentorFit,
} from "./mentor-fit.ts";

export interface MentorMatch extends MentorFit {
  readonly mentor: string;
  readonly mentee: string;
}

export interface MentorMatches {
  /** By mentee id. */
  readonly matches: readonly MentorMatch[];
  /**
   * Who stays without, and why: no mentor offers a topic they want; those who do are ruled out; or
   * all of those are taken by mentees they fit better. By mentee id.
   */
  readonly unmatched: readonly {
    readonly mentee: string;
    readonly reason: MentorMisfit | "full";
  }[];
  /** Mentors with places left. By mentor id. */
  readonly openPlaces: readonly { readonly mentor: string; readonly places: number }[];
}

/**
 * Matches who seeks a mentor with those who have room: deferred acceptance over the fit, mentees
 * propose. The result is stable (no mentee and mentor would both rather have each other) and of all
 * stable ones the best for every mentee. Equal fits go by id, so it does not depend on the order of
 * input. O(mentees x mentors). Sources: Gale & Shapley 1962; the fit: mentor-fit.
 */
export function matchMentors(
  participants: Iterable<MentorshipParticipant>,
  rules: MentorshipRules = defaultMentorshipRules,
): MentorMatches {
  const all = [...participants].sort((x, y) => (x.id < y.id ? -1 : 1));
  const mentees = all.filter(({ seeks }) => seeks);
  const mentors = all.filter(({ capacity }) => capacity > 0);
  const fits = new Map<string, Map<string, MentorFit>>();
  const misfits = new Map<string, Set<MentorMisfit>>();
  for (const mentee of mentees) {
    const found = new Map<string, MentorFit>();
    const reasons = new Set<MentorMisfit>();
    for (const mentor of mentors) {
      const fit = mentorFit(mentee, mentor, rules);
      if (typeof fit === "string") reasons.add(fit);
      else found.set(mentor.id, fit);
    }
    fits.set(mentee.id, found);
    misfits.set(mentee.id, reasons);
  }
  const { receiverOf, proposersOf } = deferredAcceptance(
    mentees.map(({ id }) => ({ id, preferences: byFit(fits.get(id) ?? new Map()) })),
    mentors.map(({ id, capacity }) => ({ id, capacity, preferences: byFit(menteesOf(id, fits)) })),
  );
  const matches: MentorMatch[] = [];
  const unmatched: MentorMatches["unmatched"][number][] = [];
  for (const { id: mentee } of mentees) {
    const mentor = receiverOf.get(mentee) ?? null;
    const found = fits.get(mentee);
    const fit = mentor === null ? undefined : found?.get(mentor);
    if (mentor !== null && fit) matches.push({ mentee, mentor, ...fit });
    else unmatched.push({ mentee, reason: reasonOf(found?.size ?? 0, misfits.get(mentee)) });
  }
  const openPlaces = mentors
    .map(({ id, capacity }) => ({
      mentor: id,
      places: capacity - (proposersOf.get(id)?.length ?? 0),
    }))
    .filter(({ places }) => places > 0);
  return { matches, unmatched, openPlaces };
}

const byFit = (fits: ReadonlyMap<string, MentorFit>): string[] =>
  [...fits]
    .sort(([x, { fit: fitX }], [y, { fit: fitY }]) => fitY - fitX || (x < y ? -1 : 1))
    .map(([id]) => id);

function menteesOf(mentor: string, fits: ReadonlyMap<string, ReadonlyMap<string, MentorFit>>) {
  const found = new Map<string, MentorFit>();
  for (const [mentee, of] of fits) {
    const fit = of.get(mentor);
    if (fit) found.set(mentee, fit);
  }
  return found;
}

function reasonOf(possible: number, misfits: ReadonlySet<MentorMisfit> | undefined) {
  if (possible > 0) return "full";
  return misfits?.has("constraint") ? "constraint" : "topic";
}
