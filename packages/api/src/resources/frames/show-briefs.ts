import type { Context } from "../../context.ts";
import { type PersonBrief, readBriefs } from "../ties/queries/list.ts";
import { type View, viewOf } from "./view.ts";

/** Who some people are, in the few words that lists show to who asks. */
export async function showBriefs(
  ctx: Context,
  ids: readonly string[],
  given?: View,
): Promise<Map<string, PersonBrief>> {
  const briefs = await readBriefs(ctx.tx, ids);
  const view = given ?? (await viewOf(ctx, ids));
  return new Map([...briefs].map(([id, brief]) => [id, view.showFields(id, brief)]));
}
