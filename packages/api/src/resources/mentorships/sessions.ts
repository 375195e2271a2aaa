import { meetingStates } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { requireMatch } from "../../http/etag.ts";
import { newUuid, requireId, toId } from "../../http/ids.ts";
import { fromIso } from "../../http/time.ts";
import { recordInteractions } from "../interactions/record-interactions.ts";
import { holdMentorship, notNow } from "./find-mentorship.ts";
import {
  insertSession,
  readSession,
  type SessionAction,
  type StoredMentorship,
  type StoredSession,
  writeSession,
} from "./queries.ts";
import type { SessionInput, SessionPatch } from "./schemas.ts";

/** Plans a session, or notes one that took place. */
export async function planSession(
  ctx: Context,
  mentorshipId: string,
  { by, startsAt, actions = [], ...input }: SessionInput,
): Promise<StoredSession> {
  const { mentorship, side } = await holdMentorship(ctx, mentorshipId, by);
  if (!meetingStates.includes(mentorship.state)) throw notNow(mentorship, side);
  const session: StoredSession = {
    durationMinutes: null,
    questions: [],
    feedback: [],
    ideas: [],
    ...input,
    id: newUuid(ctx.now),
    mentorshipId: mentorship.id,
    startsAt: fromIso(startsAt),
    state: "planned",
    actions: actions.map(toAction),
    revision: 1,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
  await insertSession(ctx.tx, session);
  await recordChange(ctx, { type: "session.planned", id: session.id, sequence: 1 });
  return session;
}

/** Changes a session. That it was held is said once, and recorded as mentoring. */
export async function updateSession(
  ctx: Context,
  {
    mentorship: mentorshipId,
    session: id,
    change: { by, startsAt, actions, ...change },
    ifMatch,
  }: { mentorship: string; session: string; change: SessionPatch; ifMatch: string | undefined },
): Promise<StoredSession> {
  const { mentorship, side } = await holdMentorship(ctx, mentorshipId, by);
  const uuid = requireId("session", id, "/path/session");
  const before = await readSession(ctx.tx, mentorship.id, uuid);
  if (!before) throw notFound();
  requireMatch(ifMatch, before.revision);
  const after: StoredSession = {
    ...before,
    ...change,
    startsAt: startsAt === undefined ? before.startsAt : fromIso(startsAt),
    actions: actions === undefined ? before.actions : actions.map(toAction),
    revision: before.revision + 1,
    updatedAt: ctx.now,
  };
  const isNewlyHeld = before.state !== "held" && after.state === "held";
  if (isNewlyHeld && !meetingStates.includes(mentorship.state)) throw notNow(mentorship, side);
  if (isNewlyHeld && after.startsAt > ctx.now) throw notYet();
  if (before.state === "held") requireAsHeld(before, after);
  await writeSession(ctx.tx, after);
  await recordChange(ctx, {
    type: isNewlyHeld ? "session.held" : "session.updated",
    id: after.id,
    sequence: after.revision,
  });
  if (isNewlyHeld) await recordMentoring(ctx, mentorship, after);
  return after;
}

const toAction = ({
  text,
  by,
  dueOn = null,
  done = false,
}: NonNullable<SessionInput["actions"]>[number]): SessionAction => ({ text, by, dueOn, done });

const notYet = () =>
  new Problem("invalid_state", "The session lies ahead: it can be held once it has begun.", {
    errors: [{ pointer: "/state", detail: "change `startsAt` first, if it took place earlier" }],
  });

/** What was recorded of a session that was held stays so; its notes may still be changed. */
function requireAsHeld(before: StoredSession, after: StoredSession): void {
  const fields = (["state", "startsAt", "durationMinutes"] as const).filter(
    (field) => before[field] !== after[field],
  );
  if (fields.length === 0) return;
  throw new Problem(
    "invalid_state",
    "The session was held and recorded. Void its interaction if it never took place.",
    { errors: fields.map((field) => ({ pointer: `/${field}`, detail: "can't change any more" })) },
  );
}

async function recordMentoring(
  ctx: Context,
  { id, mentorId, menteeId }: StoredMentorship,
  { startsAt, durationMinutes }: StoredSession,
): Promise<void> {
  const item = {
    type: "mentoring",
    category: "help" as const,
    from: toId("person", mentorId),
    to: [toId("person", menteeId)],
    occurredAt: startsAt,
    externalId: null,
    durationMinutes,
    effort: null,
    aboutKind: "mentorship" as const,
    aboutId: toId("mentorship", id),
    metadata: null,
  };
  await recordInteractions(ctx, [{ index: 0, item }], false);
}
