/**
 * A mentorship as a state machine. Either side, or a programme, proposes; it begins when both said
 * yes; either may pause, resume, complete or end it. No side has to give a reason.
 *
 *   proposed -> active (both accepted) | declined
 *   active <-> paused
 *   active | paused -> completed (with a look back) | ended (early)
 */
export const mentorshipStates = [
  "proposed",
  "active",
  "paused",
  "completed",
  "ended",
  "declined",
] as const;
export type MentorshipState = (typeof mentorshipStates)[number];

export const mentorshipActions = [
  "accept",
  "decline",
  "pause",
  "resume",
  "complete",
  "end",
] as const;
export type MentorshipAction = (typeof mentorshipActions)[number];

export type MentorshipSide = "mentor" | "mentee";

/** What decides about the next state: the state, and who said yes. */
export interface MentorshipStanding {
  readonly state: MentorshipState;
  readonly accepted: Readonly<Record<MentorshipSide, boolean>>;
}

const actionsIn: Readonly<Record<MentorshipState, readonly MentorshipAction[]>> = {
  proposed: ["accept", "decline"],
  active: ["pause", "complete", "end"],
  paused: ["resume", "complete", "end"],
  completed: [],
  ended: [],
  declined: [],
};

/** States in which the two are at it or may yet begin: they fill a place of the mentor's. */
export const openMentorshipStates: readonly MentorshipState[] = ["proposed", "active", "paused"];

/** States in which sessions can be planned and held. */
export const meetingStates: readonly MentorshipState[] = ["active"];

/** What a side may do now. Who has accepted already has nothing more to accept. */
export function mentorshipActionsOf(
  { state, accepted }: MentorshipStanding,
  side: MentorshipSide,
): MentorshipAction[] {
  return actionsIn[state].filter((action) => action !== "accept" || !accepted[side]);
}

/** The standing after a side's action; null where that side can't do it now. */
export function moveMentorship(
  standing: MentorshipStanding,
  side: MentorshipSide,
  action: MentorshipAction,
): MentorshipStanding | null {
  if (!mentorshipActionsOf(standing, side).includes(action)) return null;
  if (action !== "accept") return { ...standing, state: ends[action] };
  const accepted = { ...standing.accepted, [side]: true };
  return { accepted, state: accepted.mentor && accepted.mentee ? "active" : "proposed" };
}

const ends: Readonly<Record<Exclude<MentorshipAction, "accept">, MentorshipState>> = {
  decline: "declined",
  pause: "paused",
  resume: "active",
  complete: "completed",
  end: "ended",
};
