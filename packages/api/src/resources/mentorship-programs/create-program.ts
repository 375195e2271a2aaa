import { defaultMentorshipRules } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { newUuid } from "../../http/ids.ts";
import { insertProgram, type StoredProgram } from "./queries.ts";
import type { ProgramInput } from "./schemas.ts";

export async function createProgram(ctx: Context, input: ProgramInput): Promise<StoredProgram> {
  const program: StoredProgram = {
    ...defaultMentorshipRules,
    description: null,
    ...input,
    id: newUuid(ctx.now),
    closedAt: null,
    revision: 1,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
  await insertProgram(ctx.tx, program);
  await recordChange(ctx, { type: "mentorshipProgram.created", id: program.id, sequence: 1 });
  return program;
}
