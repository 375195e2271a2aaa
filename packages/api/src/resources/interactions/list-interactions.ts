import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { decodeCursor, encodeCursor, idInCursor, listName, page } from "../../http/cursor.ts";
import { toId } from "../../http/ids.ts";
import { fromIso } from "../../http/time.ts";
import { requirePerson } from "../people/person-refs.ts";
import { listInteractions as read, type StoredInteraction } from "./queries.ts";
import type { InteractionQuery } from "./schemas.ts";

/** A page of interactions, newest first. */
export async function listInteractions({ tx }: Context, query: InteractionQuery) {
  const { person, with: other, type, since, until, cursor, limit = 50 } = query;
  const list = listName("interactions.list", query);
  const before = cursor === undefined ? null : lastOf(list, cursor);
  if (other !== undefined && person === undefined) {
    throw new Problem("invalid_request", "`with` needs a `person`.", {
      errors: [{ pointer: "?with", detail: "give `person` as well: the pair's other one" }],
    });
  }
  const rows = await read(tx, {
    personId: person === undefined ? null : await requirePerson(tx, person, "?person"),
    withId: other === undefined ? null : await requirePerson(tx, other, "?with"),
    type: type ?? null,
    since: since === undefined ? null : fromIso(since),
    until: until === undefined ? null : fromIso(until),
    before,
    limit: limit + 1,
  });
  return page(rows, limit, ({ id }: StoredInteraction) =>
    encodeCursor(list, [toId("interaction", id)]),
  );
}

function lastOf(list: string, cursor: string): string {
  const [id] = decodeCursor(list, cursor, ["string"] as const);
  return idInCursor("interaction", id);
}
