import {
  allowedIntroductionActions,
  type IntroductionAction,
  type IntroductionRole,
  moveIntroduction,
} from "@kith/core";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { say } from "../../words/say.ts";
import { findIntroduction, type SeenIntroduction, seeIntroduction } from "./find-introduction.ts";
import type { StoredIntroduction } from "./queries/introductions.ts";
import { recordIntroduction, recordReport, recordThanks } from "./record-courtesies.ts";
import { chooseEmail } from "./shared-contact.ts";
import { storeMove } from "./store-move.ts";

/** What somebody adds to an action. */
export interface Added {
  /** Why not; for who declines alone. */
  reason?: string | undefined;
  /** Which address to share; null for none. */
  email?: string | null | undefined;
  /** How it went. */
  report?: string | undefined;
}

/**
 * One of the three acts. Of two at once the first counts; the other is told what is left to do. An
 * introduction that is made, thanks and a report are also what they are: interactions.
 */
export async function actOnIntroduction(
  ctx: Context,
  {
    id,
    by,
    action,
    added = {},
  }: { id: string; by: string; action: IntroductionAction; added?: Added },
): Promise<SeenIntroduction> {
  const held = await findIntroduction(ctx, id, { ref: by, pointer: "/by" }, { hold: true });
  const { introduction: before } = held;
  const role = held.role as IntroductionRole;
  const step = moveIntroduction(before, role, action, ctx.now);
  if (!("introduction" in step)) throw notNow(step.allowed);
  const after: StoredIntroduction = {
    ...before,
    ...step.introduction,
    ...(await addedBy(ctx, before, role, action, added)),
  };
  await storeMove(ctx, after, role, action);
  if (action === "complete") await recordIntroduction(ctx, after);
  if (action === "thank") await recordThanks(ctx, after);
  if (action === "report") await recordReport(ctx, after);
  return seeIntroduction(after, personOf(after, role), ctx.now) as SeenIntroduction;
}

export const personOf = (introduction: StoredIntroduction, role: IntroductionRole): string =>
  introduction[`${role}Id`];

async function addedBy(
  ctx: Context,
  before: StoredIntroduction,
  role: IntroductionRole,
  action: IntroductionAction,
  { reason, email, report }: Added,
): Promise<Partial<StoredIntroduction>> {
  if (action === "decline") {
    if (role === "introducer") return { introducerReason: reason ?? null };
    return { targetReason: reason ?? null };
  }
  if (action === "report") return { report: report ?? null };
  if (action !== "accept") return {};
  if (role !== "target") {
    if (email !== undefined) throw notTheirs();
    return {};
  }
  return { targetEmail: await chooseEmail(ctx, before.targetId, email) };
}

const notTheirs = () =>
  new Problem("invalid_request", "An introducer shares no address: the two they introduce do.", {
    errors: [{ pointer: "/email", detail: "is for the target alone" }],
  });

/** What an actor may do says no more than what they see: see core's table. */
function notNow(allowed: readonly IntroductionAction[]): Problem {
  const detail =
    allowed.length === 0
      ? say({ key: "introductions.refused.over" })
      : say({ key: "introductions.refused.notNow", params: { actions: allowed.join(", ") } });
  return new Problem("invalid_state", detail, {
    errors: allowed.map((action) => ({ pointer: "/path/action", detail: action })),
  });
}

/** What the one who looks can do now; the platform looks, it does not act. */
export const actionsOf = (
  { introduction, role }: SeenIntroduction,
  now: number,
): IntroductionAction[] =>
  role === null ? [] : allowedIntroductionActions(introduction, role, now);
