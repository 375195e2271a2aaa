import type { Context } from "../../context.ts";
import { notFound, Problem } from "../../errors.ts";
import { requireFoundBy, viewOf } from "../frames/view.ts";
import { parsePersonRef, requirePerson, resolvePeople } from "../people/person-refs.ts";

/** The two ends of a tie, as ids of people there are. */
export interface TieEnds {
  from: string;
  to: string;
}

/** Both people of a tie. A missing one reads the same as one that never was, whichever it is. */
export async function requireEnds(
  ctx: Context,
  texts: { from: string; to: string },
): Promise<TieEnds> {
  const { tx } = ctx;
  for (const end of ["from", "to"] as const) {
    // Throws, naming the place: it is no reference at all.
    if (!parsePersonRef(texts[end])) await requirePerson(tx, texts[end], `/path/${end}`);
  }
  const found = await resolvePeople(tx, [texts.from, texts.to]);
  const [from, to] = [found.get(texts.from), found.get(texts.to)];
  if (from === undefined || to === undefined) throw notFound();
  requireFoundBy(await viewOf(ctx, [to]), to, texts.to);
  if (from !== to) return { from, to };
  throw new Problem("invalid_request", "A tie has two different people.", {
    errors: [{ pointer: "/path/to", detail: "must be somebody else than `from`" }],
  });
}
