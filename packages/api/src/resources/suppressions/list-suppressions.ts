import type { Context } from "../../context.ts";
import { Problem } from "../../errors.ts";
import { decodeCursor, encodeCursor, listName, page } from "../../http/cursor.ts";
import { hashIdentifier, identifiersOf } from "./identifiers.ts";
import { listSuppressions as read, readErasureKeys, type Suppression } from "./queries.ts";
import type { SuppressionQuery } from "./schemas.ts";

const hashForm = /^[0-9a-f]{64}$/;

export async function listSuppressions(
  { tx }: Context,
  { externalId, email, limit, cursor }: SuppressionQuery,
): Promise<{ data: Suppression[]; nextCursor: string | null }> {
  const keys = await readErasureKeys(tx);
  const wanted = identifiersOf({
    ...(externalId === undefined ? {} : { externalId }),
    ...(email === undefined ? {} : { emails: [email] }),
  });
  const hashes =
    keys && wanted.map((identifier) => hashIdentifier(keys.suppressionKey, identifier));
  // In the cursor the hashes stand for the filters: it must not carry names.
  const list = listName("suppressions.list", { hashes: hashes?.join() });
  const [after] = cursor ? decodeCursor(list, cursor, ["string"]) : [null];
  if (after !== null && !hashForm.test(after)) throw invalidCursor();
  const filter = wanted.length === 0 ? null : hashes;
  const rows = keys ? await read(tx, { hashes: filter, after, limit: limit + 1 }) : [];
  return page(rows, limit, ({ hash }) => encodeCursor(list, [hash]));
}

const invalidCursor = () =>
  new Problem("invalid_cursor", "The cursor is not one that this list gave.", {
    errors: [{ pointer: "?cursor", detail: "pass `nextCursor` of the page before, unchanged" }],
  });
