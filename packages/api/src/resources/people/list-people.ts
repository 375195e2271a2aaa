import type { Context } from "../../context.ts";
import { decodeCursor, encodeCursor, invalidCursor, listName, page } from "../../http/cursor.ts";
import { fromIso } from "../../http/time.ts";
import type { ShownPerson } from "../frames/view.ts";
import { listShown } from "./list-shown.ts";
import { listPeople as read } from "./queries/list-people.ts";
import type { PersonListQuery } from "./schemas.ts";
import { normalise, type SearchKind, searchTerms } from "./search-keys.ts";

/**
 * A change becomes visible when its transaction ends, up to 6 s after the moment it is dated: so
 * `updatedSince` looks back a little further, and answers some changes twice rather than miss one.
 */
const lookBackMs = 10_000;

export async function listPeople(
  ctx: Context,
  query: PersonListQuery,
): Promise<{ data: ShownPerson[]; nextCursor: string | null }> {
  const { q, organization, role, skill, email, updatedSince, limit, cursor } = query;
  const list = listName("people.list", { q, organization, role, skill, email, updatedSince });
  const exact: { kind: SearchKind; key: string }[] = [];
  const require = (kind: SearchKind, text: string | undefined) => {
    if (text !== undefined) exact.push({ kind, key: normalise(text) });
  };
  require("organization", organization);
  require("title", role);
  require("skill", skill);
  require("email", email);
  const filter = {
    terms: q === undefined ? [] : searchTerms(q),
    exact,
    changedFrom: updatedSince === undefined ? null : fromIso(updatedSince) - lookBackMs,
    after: cursor === undefined ? null : readCursor(list, cursor),
    limit: limit + 1,
  };
  if (ctx.actor.kind === "member") {
    const shown = await listShown(ctx, filter);
    return page(shown, limit, ({ id }) => encodeCursor(list, [0, id]));
  }
  const rows = await read(ctx.tx, filter);
  return page(rows, limit, ({ updatedAt, id }) => encodeCursor(list, [updatedAt, id]));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readCursor(list: string, cursor: string): { updatedAt: number; id: string } {
  const [updatedAt, id] = decodeCursor(list, cursor, ["instant", "string"] as const);
  if (!uuid.test(id) || updatedAt < 0) throw invalidCursor();
  return { updatedAt, id };
}
