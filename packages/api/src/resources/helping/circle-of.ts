import type { Context, MemberActor } from "../../context.ts";
import { viewOf } from "../frames/view.ts";
import type { MeasuredTie } from "../ties/get-tie.ts";
import { measureRows } from "../ties/list-ties.ts";
import { readPausedTowards } from "../ties/queries/declarations.ts";
import { readTies } from "../ties/queries/list.ts";

/** Of the ties that are looked at, the strongest so many. */
const most = 300;

// Above what "nothing was ever recorded" is stored as: ties that are declared or friction alone.
const anyWeight = -1e300;

/**
 * The context in which an answer for a person is made, whoever asks for it: what it says of others
 * is what that person may see.
 */
export const asPerson = (ctx: Context, personId: string): Context => ({
  ...ctx,
  actor: { kind: "member", id: personId, personId, tokenId: "" } satisfies MemberActor,
});

export interface Circle {
  /** Ties over which help may be asked for and given, by the other person. */
  ties: Map<string, MeasuredTie>;
  /** Whom nobody is to be reminded of: strained with, or put to rest by either. Silently left out. */
  atRest: ReadonlySet<string>;
}

/** The people whom a person has a tie with, as far as they can find them. */
export async function circleOf(ctx: Context, person: string): Promise<Circle> {
  const rows = await readTies(ctx.tx, {
    ...{ person, sort: "strength", after: null, minLog2Weight: anyWeight, limit: most },
  });
  const measured = (await measureRows(ctx, person, rows)).map(({ tie }) => tie);
  const atRest = await readPausedTowards(ctx.tx, person);
  for (const { to, measures, declared } of measured) {
    if (measures.strained || declared.paused) atRest.add(to);
  }
  const ids = measured.map(({ to }) => to);
  const view = await viewOf(asPerson(ctx, person), ids);
  const ties = measured.filter(
    ({ to, evidence }) => evidence.contactDays > 0 && !atRest.has(to) && view.finds(to),
  );
  return { ties: new Map(ties.map((tie) => [tie.to, tie])), atRest };
}
