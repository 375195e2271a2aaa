import { type Frame, type FramedField, framedFields, narrower } from "@kith/core";
import type { Context } from "../../context.ts";
import { withDefaults } from "./get-frame.ts";
import { readFrames, unframed, writeFrame } from "./queries.ts";

/**
 * Before two people become one: who stays gets the narrower of both frames, because lists of both
 * profiles are joined and neither may become more visible than it was.
 */
export async function mergeFrames(
  ctx: Context,
  { from, into }: { from: string; into: string },
): Promise<void> {
  const stored = await readFrames(ctx.tx, [from, into]);
  const [goes, stays] = [stored.get(from), stored.get(into)];
  if (!goes && !stays) return;
  const one = withDefaults(ctx, from, goes ?? unframed).frame;
  const other = withDefaults(ctx, into, stays ?? unframed).frame;
  const audiences = Object.fromEntries(
    framedFields
      .filter((field) => field in (goes?.audiences ?? {}) || field in (stays?.audiences ?? {}))
      .map((field: FramedField) => [field, narrower(one[field], other[field])]),
  ) as Partial<Frame>;
  const revision = (stays?.revision ?? 0) + 1;
  await writeFrame(ctx.tx, into, { audiences, revision, updatedAt: ctx.now });
}
