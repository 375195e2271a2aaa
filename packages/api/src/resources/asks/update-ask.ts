import { askState } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { requireMatch } from "../../http/etag.ts";
import { writeNamed } from "../helping/queries.ts";
import { readAudience } from "../helping/read-audience.ts";
import { requireExpiry } from "./create-ask.ts";
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
  if (ask.closedAt !== null) throw isClosed();
  const { by: _, audience, expiresAt, ...fields } = change;
  const given = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
  const addressed = audience ? await readAudience(ctx, ask.personId, audience) : null;
  const changed = {
    ...ask,
    ...given,
    ...(addressed && {
      ...addressed,
      circles: [...addressed.circles],
      people: [...addressed.people],
    }),
    expiresAt: requireExpiry(expiresAt, now) ?? ask.expiresAt,
    revision: ask.revision + 1,
    updatedAt: now,
  };
  if (askState(changed, now) === "expired") throw isOver();
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

export const isClosed = () =>
  new Problem("invalid_state", "The ask was closed before. What it says stays; ask anew.", {
    errors: [{ pointer: "/path/id", detail: "is closed: it takes no further action" }],
  });

const isOver = () =>
  new Problem(
    "invalid_state",
    "The ask has expired: open it again with `expiresAt`, or close it.",
    {
      errors: [{ pointer: "/expiresAt", detail: "give a time ahead" }],
    },
  );
