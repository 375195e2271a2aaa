import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { decodeCursor, encodeCursor, idInCursor, listName, page } from "../../http/cursor.ts";
import { toId } from "../../http/ids.ts";
import { requirePerson } from "../people/person-refs.ts";
import { type SeenIntroduction, seeIntroduction } from "./find-introduction.ts";
import { listIntroductions as readList } from "./queries/introductions.ts";
import type { IntroductionQuery } from "./schemas.ts";

const chunk = 200;

/** Introductions, newest first; of a person as that person sees them, and only what they know of. */
export async function listIntroductions(
  ctx: Context,
  query: IntroductionQuery,
): Promise<{ data: SeenIntroduction[]; nextCursor: string | null }> {
  const { role = null, state = null, limit } = query;
  if (role !== null && query.person === undefined) throw roleOfNobody();
  const list = listName("introductions.list", query);
  const [last] = query.cursor ? decodeCursor(list, query.cursor, ["string"]) : [null];
  const personId = query.person ? await requirePerson(ctx.tx, query.person, "?person") : null;
  const found: SeenIntroduction[] = [];
  let before = last && idInCursor("introduction", last);
  // How somebody sees one depends on the time and on who looks: that is not the database's to know.
  while (found.length <= limit) {
    const filter = { personId, role, seen: state, now: ctx.now, before, limit: chunk };
    const rows = await readList(ctx.tx, filter);
    for (const row of rows) {
      const seen = seeIntroduction(row, personId, ctx.now);
      if (seen && (state === null || seen.seen === state)) found.push(seen);
    }
    before = rows.at(-1)?.id ?? null;
    if (rows.length < chunk) break;
  }
  return page(found, limit, ({ introduction: { id } }) =>
    encodeCursor(list, [toId("introduction", id)]),
  );
}

const roleOfNobody = () =>
  new Problem("invalid_request", "`role` needs a `person`.", {
    errors: [{ pointer: "?role", detail: "give `person` as well: whose role it is" }],
  });
