import { askState } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { requireMatch } from "../../http/etag.ts";
import { given, storedAudience } from "../helping/given.ts";
import { writeNamed } from "../helping/queries/owned.ts";
import { readAudience } from "../helping/read-audience.ts";
import { requireAhead } from "../helping/read-expiry.ts";
import { isClosed, isOver } from "../helping/refusals.ts";
import { requireRoom } from "./create-ask.ts";
import { holdOwnAsk } from "./get-ask.ts";
import { type StoredAsk, updateAsk as write } from "./queries.ts";
import type { AskPatch } from "./schemas.ts";

/** The asker words it anew, addresses it to others, or leaves it open for longer. */
export async function updateAsk(
  ctx: Context,
  { id, change, ifMatch }: { id: string; change: AskPatch; ifMatch: string | undefined },
): Promise<StoredAsk> {
  const { tx, now } = ctx;
  const ask = await holdOwnAsk(ctx, { id, by: change.by });
  requireMatch(ifMatch, ask.revision);
  if (ask.closedAt !== null) throw isClosed("ask");
  const { by: _, audience, expiresAt, ...fields } = change;
  const addressed = audience ? await readAudience(ctx, ask.personId, audience) : null;
  const changed = {
    ...ask,
    ...given(fields),
    ...(addressed && storedAudience(addressed)),
    expiresAt: requireAhead(expiresAt, now, "/expiresAt") ?? ask.expiresAt,
    revision: ask.revision + 1,
    updatedAt: now,
  };
  if (askState(changed, now) === "expired") throw isOver("ask", "expiresAt");
  if (askState(ask, now) === "expired") await requireRoom(ctx, ask.personId);
  await write(tx, changed);
  if (addressed) await writeNamed(tx, "ask", ask.id, addressed.people);
  await recordChange(ctx, {
    type: "ask.updated",
    id: ask.id,
    sequence: changed.revision,
    data: { fields: Object.keys(change).filter((field) => field !== "by") },
  });
  return changed;
}
