import type { InteractionCategory } from "@kith/core";
import type { Context } from "../../context.ts";
import { toId } from "../../http/ids.ts";
import { recordInteractions } from "../interactions/record-interactions.ts";
import type { StoredIntroduction } from "./queries/introductions.ts";

/** The help: from the introducer to both. That the two are in touch now is theirs to record. */
export const recordIntroduction = (ctx: Context, introduction: StoredIntroduction) =>
  record(ctx, introduction, "introduction", "help", introduction.introducerId, [
    introduction.requesterId,
    introduction.targetId,
  ]);

export const recordThanks = (ctx: Context, introduction: StoredIntroduction) =>
  record(ctx, introduction, "thanks", "courtesy", introduction.requesterId, [
    introduction.introducerId,
  ]);

export const recordReport = (ctx: Context, introduction: StoredIntroduction) =>
  record(ctx, introduction, "update", "courtesy", introduction.requesterId, [
    introduction.introducerId,
  ]);

async function record(
  ctx: Context,
  { id }: StoredIntroduction,
  type: string,
  category: InteractionCategory,
  from: string,
  to: readonly string[],
): Promise<void> {
  const item = {
    type,
    category,
    from: toId("person", from),
    to: to.map((person) => toId("person", person)),
    occurredAt: ctx.now,
    externalId: null,
    durationMinutes: null,
    effort: null,
    aboutKind: "introduction" as const,
    aboutId: toId("introduction", id),
    metadata: null,
  };
  await recordInteractions(ctx, [{ index: 0, item }], false);
}
