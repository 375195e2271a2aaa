import type { TenantTx } from "@kith/db";
import type { Context } from "../../context.ts";
import { decodeCursor, encodeCursor, idInCursor, listName, page } from "../../http/cursor.ts";
import { toId } from "../../http/ids.ts";
import { requirePerson } from "../people/person-refs.ts";
import { type Addressed, addressedTo, type Reader, readerOf } from "./addressed-to.ts";
import { sideOfNobody } from "./refusals.ts";

/** What a list is asked by, beside filters of its own. */
export interface AddressedQuery {
  person?: string;
  side?: "own" | "others";
  limit: number;
  cursor?: string;
}

/** A part of all that there is, the newest first. */
export interface Stretch {
  reader: Reader;
  before: string | null;
  limit: number;
}

type FilterOf<Q> = Omit<Q, "cursor" | "limit" | "person">;
type Thing = Addressed & { readonly id: string };

interface Listed<Q, Stored, Shown> {
  kind: "ask" | "offer" | "goal" | "milestone";
  /** What might concern the reader. */
  read(tx: TenantTx, filter: FilterOf<Q> & Stretch): Promise<(Stored & Thing)[]>;
  show(ctx: Context, reader: Reader, things: readonly Stored[]): Promise<Shown[]>;
}

/** A page of what a person may know of: their own, and what others let them know. */
export async function listAddressed<Q extends AddressedQuery, Stored, Shown>(
  ctx: Context,
  query: Q,
  { kind, read, show }: Listed<Q, Stored, Shown>,
): Promise<{ data: Shown[]; nextCursor: string | null }> {
  const { cursor, limit, person, ...filter } = query;
  const named = person === undefined ? null : await requirePerson(ctx.tx, person, "?person");
  const reader = readerOf(ctx, named);
  if (reader === null && query.side) throw sideOfNobody();
  const list = listName(`${kind}s.list`, { ...filter, person });
  const [last] = cursor ? decodeCursor(list, cursor, ["string"]) : [null];
  const before = last === null ? null : idInCursor(kind, last);
  const found = await readFull(ctx, { reader, before, limit: limit + 1 }, (stretch) =>
    read(ctx.tx, { ...filter, ...stretch }),
  );
  const { data, nextCursor } = page(found, limit, ({ id }) => encodeCursor(list, [toId(kind, id)]));
  return { data: await show(ctx, reader, data), nextCursor };
}

const largest = 500;

/**
 * Audiences come before paging: it reads on until the page is full, so that a short page means the
 * end and nothing else.
 */
async function readFull<T extends Thing>(
  ctx: Context,
  { reader, before, limit }: Stretch,
  read: (stretch: Stretch) => Promise<T[]>,
): Promise<T[]> {
  const found: T[] = [];
  let [from, count] = [before, limit];
  for (let isEnd = false; !isEnd && found.length < limit; ) {
    const rows = await read({ reader, before: from, limit: count });
    found.push(...(await addressedTo(ctx, reader, rows)));
    from = rows.at(-1)?.id ?? from;
    isEnd = rows.length < count;
    count = Math.min(largest, count * 2);
  }
  return found.slice(0, limit);
}
