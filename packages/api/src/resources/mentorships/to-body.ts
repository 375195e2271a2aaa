import { mentorshipActionsOf } from "@kith/core";
import type { Context } from "../../context.ts";
import { toId } from "../../http/ids.ts";
import { toIso, toIsoOrNull } from "../../http/time.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { type View, viewOf, viewOfPerson } from "../frames/view.ts";
import { fitReasons } from "../mentorship-programs/fit-reasons.ts";
import { briefBody } from "../mentorship-programs/to-body.ts";
import { type SeenMentorship, standingOf } from "./find-mentorship.ts";
import type { StoredSession } from "./queries.ts";
import type { MentorshipBody, SessionBody } from "./schemas.ts";

/** Mentorships as one of the two sees each, or as the platform does. */
export async function mentorshipBodies(
  ctx: Context,
  seen: readonly SeenMentorship[],
): Promise<MentorshipBody[]> {
  const people = seen.flatMap(({ mentorship: { mentorId, menteeId } }) => [mentorId, menteeId]);
  const [first] = seen;
  const viewer = first && personOf(first);
  const view = viewer ? await viewOfPerson(ctx, viewer, people) : await viewOf(ctx, people);
  const briefs = await showBriefs(ctx, people, view);
  return seen.map(({ mentorship, side }) => {
    const { id, programId, state, topics } = mentorship;
    const { mentorReflection, menteeReflection } = mentorship;
    const own = side === "mentor" ? mentorReflection : menteeReflection;
    return {
      id: toId("mentorship", id),
      program: programId && toId("mentorshipProgram", programId),
      mentor: briefBody(mentorship.mentorId, briefs),
      mentee: briefBody(mentorship.menteeId, briefs),
      state,
      topics,
      reasons: reasonsOf({ mentorship, side }, view),
      actions: side && mentorshipActionsOf(standingOf(mentorship), side),
      reflection: side && own,
      startedAt: toIsoOrNull(mentorship.startedAt),
      endedAt: toIsoOrNull(mentorship.endedAt),
      createdAt: toIso(mentorship.createdAt),
      updatedAt: toIso(mentorship.updatedAt),
    };
  });
}

const personOf = ({ mentorship: { mentorId, menteeId }, side }: SeenMentorship) =>
  side && (side === "mentor" ? mentorId : menteeId);

/** Without what the other side's frame hides by now. */
function reasonsOf({ mentorship: { fit, ...of }, side }: SeenMentorship, view: View) {
  if (fit === null) return [];
  const other = side === "mentor" ? of.menteeId : of.mentorId;
  const sees = (field: "interests" | "values" | "timeZone") =>
    side === null || view.sees(other, field);
  return fitReasons({
    topics: fit.topics,
    interests: sees("interests") ? fit.interests : [],
    values: sees("values") ? fit.values : [],
    hoursApart: sees("timeZone") ? fit.hoursApart : null,
  });
}

export async function mentorshipBody(ctx: Context, seen: SeenMentorship): Promise<MentorshipBody> {
  const [body] = await mentorshipBodies(ctx, [seen]);
  return body as MentorshipBody;
}

export const sessionBody = (session: StoredSession): SessionBody => ({
  id: toId("session", session.id),
  startsAt: toIso(session.startsAt),
  durationMinutes: session.durationMinutes,
  state: session.state,
  questions: session.questions,
  feedback: session.feedback,
  ideas: session.ideas,
  // jsonb gives fields back in an order of its own: here in that of the documentation.
  actions: session.actions.map(({ text, by, dueOn, done }) => ({ text, by, dueOn, done })),
  createdAt: toIso(session.createdAt),
  updatedAt: toIso(session.updatedAt),
});
