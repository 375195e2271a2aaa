import { type MentorshipAction, type MentorshipSide, moveMentorship } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { toId } from "../../http/ids.ts";
import { recordInteractions } from "../interactions/record-interactions.ts";
import { holdMentorship, notNow, type SeenMentorship, standingOf } from "./find-mentorship.ts";
import { type StoredMentorship, writeMentorship } from "./queries.ts";
import type { CompletionInput } from "./schemas.ts";

/** One side's action. Of two at once the first counts, and the other is told what is left to do. */
export async function actOnMentorship(
  ctx: Context,
  id: string,
  by: string,
  action: MentorshipAction,
  more: Pick<CompletionInput, "reflection" | "thanks"> = {},
): Promise<SeenMentorship> {
  const { mentorship, side } = await holdMentorship(ctx, id, by);
  const moved = moveMentorship(standingOf(mentorship), side, action);
  if (!moved) throw notNow(mentorship, side);
  const { state, accepted } = moved;
  const isOver = ["completed", "ended", "declined"].includes(state);
  const after: StoredMentorship = {
    ...mentorship,
    ...reflectionOf(side, more.reflection),
    state,
    mentorAccepted: accepted.mentor,
    menteeAccepted: accepted.mentee,
    startedAt: mentorship.startedAt ?? (state === "active" ? ctx.now : null),
    endedAt: isOver ? ctx.now : null,
    revision: mentorship.revision + 1,
    updatedAt: ctx.now,
  };
  await writeMentorship(ctx.tx, after);
  await recordChange(ctx, {
    type: `mentorship.${verbs[action]}`,
    id: after.id,
    sequence: after.revision,
  });
  if (more.thanks) await thank(ctx, after, side);
  return { mentorship: after, side };
}

const verbs = {
  accept: "accepted",
  decline: "declined",
  pause: "paused",
  resume: "resumed",
  complete: "completed",
  end: "ended",
} as const;

/** Writes down one side's look back, after the end too. */
export async function reflect(
  ctx: Context,
  id: string,
  { by, reflection }: { by: string; reflection: string | null },
): Promise<SeenMentorship> {
  const { mentorship, side } = await holdMentorship(ctx, id, by);
  const after = {
    ...mentorship,
    ...reflectionOf(side, reflection),
    revision: mentorship.revision + 1,
    updatedAt: ctx.now,
  };
  await writeMentorship(ctx.tx, after);
  await recordChange(ctx, {
    type: "mentorship.reflected",
    id: after.id,
    sequence: after.revision,
  });
  return { mentorship: after, side };
}

function reflectionOf(side: MentorshipSide, text: string | null | undefined) {
  if (text === undefined) return {};
  return side === "mentor" ? { mentorReflection: text } : { menteeReflection: text };
}

async function thank(ctx: Context, { id, mentorId, menteeId }: StoredMentorship, side: string) {
  const [from, to] = side === "mentee" ? [menteeId, mentorId] : [mentorId, menteeId];
  const item = {
    type: "thanks",
    category: "courtesy" as const,
    from: toId("person", from),
    to: [toId("person", to)],
    occurredAt: ctx.now,
    externalId: null,
    durationMinutes: null,
    effort: null,
    aboutKind: "mentorship" as const,
    aboutId: toId("mentorship", id),
    metadata: null,
  };
  await recordInteractions(ctx, [{ index: 0, item }], false);
}
