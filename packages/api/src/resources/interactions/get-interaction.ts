import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { readInteraction, type StoredInteraction } from "./queries.ts";

/** One interaction; a voided one is as gone as one that never was. */
export async function getInteraction({ tx }: Context, id: string): Promise<StoredInteraction> {
  const stored = await readInteraction(tx, id);
  if (!stored) throw notFound();
  return stored;
}
