import { pairOf } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { toIso } from "../../http/time.ts";
import { lockPeople } from "./queries/people.ts";
import { markVoid } from "./queries/rebuild.ts";
import { readInteraction } from "./queries.ts";
import { rebuildPairs } from "./rebuild-pairs.ts";

/** Takes an interaction back: its pairs are as if it had never been. Its external id stays taken. */
export async function voidInteraction(ctx: Context, id: string): Promise<void> {
  const { tx, now } = ctx;
  const stored = await readInteraction(tx, id);
  if (!stored) throw notFound();
  await lockPeople(tx, { ids: [stored.fromId, ...stored.toIds] }, "update");
  const parts = await markVoid(tx, id, toIso(now));
  if (parts.length === 0) throw notFound();
  await rebuildPairs(
    tx,
    parts.map(({ from, to }) => pairOf(from, to)),
  );
  await recordChange(ctx, { type: "interaction.voided", id, sequence: 2 });
}
