import { comesBackAt, type NudgeActionKind, nudgeRules, possibleNudges } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { requireId } from "../../http/ids.ts";
import { say } from "../../words/say.ts";
import { modelOf } from "../model/tenant-model.ts";
import { lockDeclarer } from "../ties/queries/declarations.ts";
import { readFacts } from "./facts/read-facts.ts";
import { findNudged } from "./find-nudged.ts";
import { nudgeUuid } from "./nudge-id.ts";
import { readAction, type StoredAction, writeAction } from "./queries/actions.ts";

const longestSnoozeDays = 366;

/**
 * Done, snoozed or dismissed, by the person the nudge is for. The same again changes nothing; what
 * is settled stays settled until its occasion comes anew.
 */
export async function actOnNudge(
  ctx: Context,
  given: { nudge: string; by: string; action: NudgeActionKind; until?: number },
): Promise<{ person: string; action: StoredAction }> {
  const { action } = given;
  const id = requireId("nudge", given.nudge, "/path/nudge");
  const until = given.until ?? null;
  if (until !== null) checkUntil(until, ctx.now);
  const nudged = await findNudged(ctx, given.by, "/by");
  const { person } = nudged;
  if (!(await lockDeclarer(ctx.tx, person))) throw notFound();
  const before = await readAction(ctx.tx, person, id);
  const isSettled = before !== null && comesBackAt(before, nudgeRules) > ctx.now;
  if (isSettled && before.action === action && before.until === until) {
    return { person, action: before };
  }
  if (isSettled && before.action !== "snoozed") {
    throw new Problem("invalid_state", say({ key: "nudges.refused.settled" }), {
      errors: [{ pointer: "/path/nudge", detail: `it is ${before.action}` }],
    });
  }
  const occasion = before ?? (await findPossible());
  if (!occasion) throw notFound();
  const { kind, subject, occasion: name } = occasion;
  const stored = { id, kind, subject, occasion: name, action, actedAt: ctx.now, until };
  await writeAction(ctx.tx, person, stored);
  await recordChange(ctx, {
    type: `nudge.${action}`,
    id,
    relatedId: person,
    data: { kind },
  });
  return { person, action: stored };

  async function findPossible() {
    const facts = await readFacts(ctx, nudged);
    const moment = { at: ctx.now, weekStartsAt: nudged.weekStartsAt };
    const model = modelOf(ctx.tenant).constants;
    const possible = possibleNudges(facts, moment, nudged.preferences, { model });
    return possible.find(({ key }) => nudgeUuid(ctx.tx.tenantId, person, key) === id);
  }
}

function checkUntil(until: number, now: number): void {
  const fault =
    until <= now
      ? "must be later than now"
      : until > now + longestSnoozeDays * 86_400_000
        ? `must be within ${longestSnoozeDays} days`
        : null;
  if (fault === null) return;
  throw new Problem("invalid_request", "The nudge can't be put off until then.", {
    errors: [{ pointer: "/until", detail: fault }],
  });
}
