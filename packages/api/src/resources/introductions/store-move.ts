import type { IntroductionAction, IntroductionRole } from "@kith/core";
import type { ChangeType } from "../../changes/change-types.ts";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { type StoredIntroduction, writeIntroduction } from "./queries/introductions.ts";

/** Stores an introduction as an action left it; it is held. */
export async function storeMove(
  ctx: Context,
  after: StoredIntroduction,
  role: IntroductionRole,
  action: IntroductionAction,
): Promise<void> {
  await writeIntroduction(ctx.tx, after);
  await recordChange(ctx, { type: changeOf(role, action), id: after.id });
}

function changeOf(role: IntroductionRole, action: IntroductionAction): ChangeType {
  if (action === "accept") {
    return role === "introducer" ? "introduction.introducerAgreed" : "introduction.targetAgreed";
  }
  return `introduction.${verbs[action]}`;
}

const verbs = {
  decline: "declined",
  withdraw: "withdrawn",
  complete: "made",
  thank: "thanked",
  report: "reported",
} as const;
