import { type Frame, resolveFrame } from "@kith/core";
import type { Context } from "../../context.ts";
import { requirePerson } from "../people/person-refs.ts";
import { readFrames, type StoredFrame, unframed } from "./queries.ts";

export interface PersonFrame extends StoredFrame {
  personId: string;
  /** What holds for each field, defaults included. */
  frame: Frame;
}

export async function getFrame(ctx: Context, ref: string): Promise<PersonFrame> {
  const personId = await requirePerson(ctx.tx, ref, "/path/person");
  const stored = (await readFrames(ctx.tx, [personId])).get(personId) ?? unframed;
  return withDefaults(ctx, personId, stored);
}

export const withDefaults = (
  { tenant }: Context,
  personId: string,
  stored: StoredFrame,
): PersonFrame => ({
  ...stored,
  personId,
  frame: resolveFrame(stored.audiences, tenant.settings.frame ?? {}),
});
