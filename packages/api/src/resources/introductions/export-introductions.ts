import type { Context } from "../../context.ts";
import { seeIntroduction } from "./find-introduction.ts";
import { listIntroductions } from "./queries/introductions.ts";
import type { IntroductionBody } from "./schemas.ts";
import { introductionBodies } from "./to-body.ts";

/**
 * Every introduction in which a person takes part, as they see it: the answers of others are not
 * theirs to know, also where all that is held is asked for.
 */
export async function exportIntroductions(
  ctx: Context,
  person: string,
): Promise<IntroductionBody[]> {
  const all = { personId: person, role: null, seen: null, now: ctx.now, before: null };
  const rows = await listIntroductions(ctx.tx, { ...all, limit: 10_000 });
  return introductionBodies(
    ctx,
    rows.flatMap((row) => seeIntroduction(row, person, ctx.now) ?? []),
  );
}
