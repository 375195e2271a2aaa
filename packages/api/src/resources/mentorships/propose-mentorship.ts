import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { requireFound } from "../frames/view.ts";
import { requirePerson } from "../people/person-refs.ts";
import { sideOf } from "./find-mentorship.ts";
import { newMentorship } from "./new-mentorship.ts";
import { insertMentorships, type StoredMentorship } from "./queries.ts";
import type { MentorshipInput } from "./schemas.ts";

/** One of two asks the other for a mentorship, outside of any programme. */
export async function proposeMentorship(
  ctx: Context,
  { by, mentor, mentee, topics }: MentorshipInput,
): Promise<StoredMentorship> {
  const { tx, now } = ctx;
  const mentorId = await requireFound(ctx, mentor, "/mentor");
  const menteeId = await requireFound(ctx, mentee, "/mentee");
  const byId = await requirePerson(tx, by, "/by");
  if (mentorId === menteeId) throw wrong("/mentee", "must be somebody else than `mentor`");
  const side = sideOf({ mentorId, menteeId }, byId);
  if (side === null) throw wrong("/by", "must be `mentor` or `mentee`");
  const proposal = { programId: null, mentorId, menteeId, topics, fit: null };
  const mentorship = newMentorship(proposal, side, now);
  const added = await insertMentorships(tx, [mentorship]);
  if (!added.has(mentorship.id)) {
    throw new Problem("conflict", "The two have an open mentorship already: see /v1/mentorships.");
  }
  await recordChange(ctx, { type: "mentorship.proposed", id: mentorship.id, sequence: 1 });
  return mentorship;
}

const wrong = (pointer: string, detail: string) =>
  new Problem("invalid_request", "A mentorship is between two people, proposed by one of them.", {
    errors: [{ pointer, detail }],
  });
