import { Problem } from "../errors.ts";
import { type IdKind, parseId } from "./ids.ts";

export const invalidCursor = () =>
  new Problem("invalid_cursor", "The cursor is not one that this list gave with these filters.", {
    errors: [{ pointer: "?cursor", detail: "pass `nextCursor` of the page before, unchanged" }],
  });

/**
 * A cursor is the sort key of a page's last item, with the list and filters it was made for:
 * keyset paging stays stable while rows are inserted.
 */
export function encodeCursor(list: string, key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString("base64url");
}

/** The years 1 to 9999, in epoch milliseconds: all that RFC 3339 can write. */
const [first, last] = [Date.parse("0001-01-01T00:00:00Z"), Date.parse("9999-12-31T23:59:59.999Z")];

const isOf = {
  string: (part: unknown) => typeof part === "string",
  number: (part: unknown) => typeof part === "number",
  instant: (part: unknown) =>
    Number.isInteger(part) && Number(part) >= first && Number(part) <= last,
} as const;

/** The sort key in the cursor; a 400 when it is of another list, or was tampered with. */
export function decodeCursor<K extends readonly (keyof typeof isOf)[]>(
  list: string,
  cursor: string,
  types: K,
): { [I in keyof K]: K[I] extends "string" ? string : number } {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw invalidCursor();
  }
  if (!Array.isArray(value) || value.length !== types.length + 1 || value[0] !== list) {
    throw invalidCursor();
  }
  const key = value.slice(1);
  const isKey = types.every((type, index) => isOf[type](key[index]));
  if (!isKey) throw invalidCursor();
  return key as never;
}

/** The UUID of an id that a cursor holds. */
export function idInCursor(kind: IdKind, text: string): string {
  const uuid = parseId(kind, text);
  if (uuid === null) throw invalidCursor();
  return uuid;
}

/** Names a list with its filters, so that a cursor can't be carried over to another question. */
export function listName(operation: string, filters: Record<string, unknown>): string {
  const set = Object.entries(filters).filter(
    ([name, value]) => value !== undefined && name !== "cursor" && name !== "limit",
  );
  return `${operation}?${JSON.stringify(set.sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}

/** Cuts `limit + 1` rows to a page. */
export function page<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (last: T) => string,
): { data: T[]; nextCursor: string | null } {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
