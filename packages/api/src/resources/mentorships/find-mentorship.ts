import { type MentorshipSide, mentorshipActionsOf } from "@kith/core";
import type { Context } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { requireId } from "../../http/ids.ts";
import { requirePerson } from "../people/person-refs.ts";
import { lockMentorship, readMentorship, type StoredMentorship } from "./queries.ts";

export interface SeenMentorship {
  mentorship: StoredMentorship;
  /** Whose eyes: null for the platform's own. */
  side: MentorshipSide | null;
}

/** A mentorship with the eyes of one of the two; for anybody else it is not there. */
export async function findMentorship(
  ctx: Context,
  id: string,
  person: { ref: string; pointer: string } | null,
  { hold = false } = {},
): Promise<SeenMentorship> {
  const { tx } = ctx;
  const uuid = requireId("mentorship", id, "/path/mentorship");
  const personId = person && (await requirePerson(tx, person.ref, person.pointer));
  const mentorship = await (hold ? lockMentorship : readMentorship)(tx, uuid);
  if (!mentorship) throw notFound();
  const side = personId === null ? null : sideOf(mentorship, personId);
  if (personId !== null && side === null) throw notFound();
  return { mentorship, side };
}

/** As above, of who acts, held for the change. */
export async function holdMentorship(ctx: Context, id: string, by: string) {
  const { mentorship, side } = await findMentorship(
    ctx,
    id,
    { ref: by, pointer: "/by" },
    { hold: true },
  );
  return { mentorship, side: side as MentorshipSide };
}

export function sideOf(
  { mentorId, menteeId }: Pick<StoredMentorship, "mentorId" | "menteeId">,
  personId: string,
): MentorshipSide | null {
  if (personId === mentorId) return "mentor";
  return personId === menteeId ? "mentee" : null;
}

export const standingOf = ({ state, mentorAccepted, menteeAccepted }: StoredMentorship) => ({
  state,
  accepted: { mentor: mentorAccepted, mentee: menteeAccepted },
});

export function notNow(mentorship: StoredMentorship, side: MentorshipSide): Problem {
  const possible = mentorshipActionsOf(standingOf(mentorship), side);
  const now = possible.length > 0 ? `possible now: ${possible.join(", ")}` : "it is over";
  return new Problem("invalid_state", `The mentorship is ${mentorship.state}; ${now}.`);
}
