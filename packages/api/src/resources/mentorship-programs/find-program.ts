import type { Context } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { requireId } from "../../http/ids.ts";
import { lockProgram, readProgram, type StoredProgram } from "./queries.ts";

export async function findProgram({ tx }: Context, program: string): Promise<StoredProgram> {
  const found = await readProgram(tx, requireId("mentorshipProgram", program, "/path/program"));
  if (!found) throw notFound();
  return found;
}

export async function holdProgram({ tx }: Context, program: string): Promise<StoredProgram> {
  const found = await lockProgram(tx, requireId("mentorshipProgram", program, "/path/program"));
  if (!found) throw notFound();
  return found;
}

export function requireOpen({ closedAt }: StoredProgram): void {
  if (closedAt === null) return;
  throw new Problem(
    "invalid_state",
    "The programme is closed: nobody joins it and nobody is matched. Open it with `closed: false`.",
  );
}
