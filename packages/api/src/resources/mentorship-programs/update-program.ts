import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { requireMatch } from "../../http/etag.ts";
import { holdProgram } from "./find-program.ts";
import { type StoredProgram, writeProgram } from "./queries.ts";
import type { ProgramPatch } from "./schemas.ts";

export async function updateProgram(
  ctx: Context,
  {
    program,
    change,
    ifMatch,
  }: { program: string; change: ProgramPatch; ifMatch?: string | undefined },
): Promise<StoredProgram> {
  const before = await holdProgram(ctx, program);
  requireMatch(ifMatch, before.revision);
  const { closed, ...fields } = change;
  const closedAt =
    closed === undefined ? before.closedAt : closed ? (before.closedAt ?? ctx.now) : null;
  const after = {
    ...before,
    ...fields,
    closedAt,
    revision: before.revision + 1,
    updatedAt: ctx.now,
  };
  await writeProgram(ctx.tx, after);
  await recordChange(ctx, {
    type: "mentorshipProgram.updated",
    id: after.id,
    sequence: after.revision,
    data: { fields: Object.keys(change) },
  });
  return after;
}
