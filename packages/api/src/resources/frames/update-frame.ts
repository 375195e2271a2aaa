import type { Frame } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { requireMatch } from "../../http/etag.ts";
import { lockPerson } from "../people/update-person.ts";
import { type PersonFrame, withDefaults } from "./get-frame.ts";
import { readFrames, unframed, writeFrame } from "./queries.ts";

/** Sets for whom each field is; a field that is not named follows the tenant again. */
export async function updateFrame(
  ctx: Context,
  {
    person,
    audiences,
    ifMatch,
  }: { person: string; audiences: Partial<Frame>; ifMatch: string | undefined },
): Promise<PersonFrame> {
  const { id } = await lockPerson(ctx, person);
  const stored = (await readFrames(ctx.tx, [id])).get(id) ?? unframed;
  requireMatch(ifMatch, stored.revision);
  const next = { audiences, revision: stored.revision + 1, updatedAt: ctx.now };
  await writeFrame(ctx.tx, id, next);
  await recordChange(ctx, {
    type: "frame.updated",
    id,
    sequence: next.revision,
    data: { fields: Object.keys(audiences) },
  });
  return withDefaults(ctx, id, next);
}
