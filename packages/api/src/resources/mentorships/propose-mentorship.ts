import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { newUuid } from "../../http/ids.ts";
import { requireFound } from "../frames/view.ts";
import { requirePerson } from "../people/person-refs.ts";
import { sideOf } from "./find-mentorship.ts";
import { insertMentorship, type StoredMentorship } from "./queries.ts";
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
  const mentorship: StoredMentorship = {
    id: newUuid(now),
    programId: null,
    mentorId,
    menteeId,
    state: "proposed",
    mentorAccepted: side === "mentor",
    menteeAccepted: side === "mentee",
    topics,
    fit: null,
    startedAt: null,
    endedAt: null,
    mentorReflection: null,
    menteeReflection: null,
    revision: 1,
    createdAt: now,
    updatedAt: now,
  };
  if (!(await insertMentorship(tx, mentorship))) {
    throw new Problem("conflict", "The two have an open mentorship already: see /v1/mentorships.");
  }
  await recordChange(ctx, { type: "mentorship.proposed", id: mentorship.id, sequence: 1 });
  return mentorship;
}

const wrong = (pointer: string, detail: string) =>
  new Problem("invalid_request", "A mentorship is between two people, proposed by one of them.", {
    errors: [{ pointer, detail }],
  });
