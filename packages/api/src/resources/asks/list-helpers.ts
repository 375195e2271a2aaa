import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { requireId } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { isOwnSide, readerOf } from "../helping/addressed-to.ts";
import { findHelpers } from "../helping/find-helpers.ts";
import type { HelperBody } from "../helping/schemas.ts";
import { showHelpers } from "../helping/show-helpers.ts";
import { modelOf } from "../model/tenant-model.ts";
import { readAsk } from "./queries.ts";

/** Who could help with an ask: for the asker alone, and for the platform on their behalf. */
export async function listHelpers(
  ctx: Context,
  { id, limit }: { id: string; limit: number },
): Promise<{ data: HelperBody[]; at: string; model: string }> {
  const ask = await readAsk(ctx.tx, requireId("ask", id, "/path/id"));
  if (!ask || !isOwnSide(readerOf(ctx), ask.personId)) throw notFound();
  const isOver = ask.closedAt !== null;
  const found = isOver ? [] : await findHelpers(ctx, ask.personId, ask, limit);
  const data = await showHelpers(ctx, ask.personId, found);
  return { data, at: toIso(ctx.now), model: modelOf(ctx.tenant).name };
}
