import { type AskOutcome, helpTypes } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { toId } from "../../http/ids.ts";
import { readAcquaintances } from "../frames/queries.ts";
import { writeNamed } from "../helping/queries/owned.ts";
import { findAsSeenBy } from "../helping/read-audience.ts";
import { isClosed } from "../helping/refusals.ts";
import { recordInteractions } from "../interactions/record-interactions.ts";
import { holdOwnAsk } from "./get-ask.ts";
import { type StoredAsk, updateAsk } from "./queries.ts";
import type { AskClosing } from "./schemas.ts";

/**
 * The asker says how it ended and who helped. Each helper's help is recorded in the same
 * transaction; that thanks and a word on how it went are open then follows from that evidence.
 */
export async function closeAsk(
  ctx: Context,
  { id, closing }: { id: string; closing: AskClosing },
): Promise<StoredAsk> {
  const { tx, now } = ctx;
  const ask = await holdOwnAsk(ctx, { id, by: closing.by });
  if (ask.closedAt !== null) throw isClosed("ask");
  const helpers = await findAsSeenBy(ctx, ask.personId, closing.helpedBy ?? [], placeOf);
  requireAccord(closing.outcome, helpers);
  if (ctx.actor.kind === "member") await requireContact(ctx, ask.personId, helpers);
  const closed = {
    ...ask,
    closedAt: now,
    outcome: closing.outcome,
    note: closing.note ?? null,
    helpers,
    revision: ask.revision + 1,
    updatedAt: now,
  };
  await updateAsk(tx, closed);
  await writeNamed(tx, "helper", ask.id, helpers);
  await recordHelp(ctx, ask, helpers);
  await recordChange(ctx, {
    type: "ask.closed",
    id: ask.id,
    sequence: closed.revision,
    data: { outcome: closing.outcome, helpers: helpers.length },
  });
  return closed;
}

const placeOf = (index: number) => `/helpedBy/${index}`;

function requireAccord(outcome: AskOutcome, helpers: readonly string[]): void {
  if (outcome !== "notHelped" || helpers.length === 0) return;
  throw new Problem("invalid_request", "Either somebody helped, or nobody did.", {
    errors: [{ pointer: "/helpedBy", detail: "leave it out, or choose another `outcome`" }],
  });
}

/**
 * What somebody says of help is evidence of a tie, and a tie opens the other's frame. So a member
 * can name only people with whom a tie is on record already; anybody else the platform names.
 */
async function requireContact(
  { tx }: Context,
  asker: string,
  helpers: readonly string[],
): Promise<void> {
  const known = await readAcquaintances(tx, asker, helpers);
  const errors = helpers.flatMap((helper) =>
    known.get(helper)?.contact
      ? []
      : [
          {
            pointer: "/helpedBy",
            detail: `no contact with ${toId("person", helper)} is on record`,
          },
        ],
  );
  if (errors.length === 0) return;
  throw new Problem("invalid_request", "A member names people they were in contact with before.", {
    errors,
  });
}

async function recordHelp(ctx: Context, ask: StoredAsk, helpers: readonly string[]): Promise<void> {
  const items = helpers.map((helper, index) => ({
    index,
    item: {
      type: helpTypes[ask.kind],
      category: "help" as const,
      from: toId("person", helper),
      to: [toId("person", ask.personId)],
      occurredAt: ctx.now,
      externalId: null,
      durationMinutes: null,
      effort: null,
      aboutKind: "ask" as const,
      aboutId: toId("ask", ask.id),
      metadata: null,
    },
  }));
  if (items.length > 0) await recordInteractions(ctx, items, false);
}
