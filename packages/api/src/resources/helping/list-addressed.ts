import type { Context } from "../../context.ts";
import { type Addressed, addressedTo, type Reader } from "./addressed-to.ts";

const largest = 500;

/**
 * A page of what a reader may know of, the newest first. Audiences come before paging: it reads on
 * until the page is full, so that a short page means the end and nothing else.
 */
export async function listAddressed<T extends Addressed & { readonly id: string }>(
  ctx: Context,
  reader: Reader,
  { before, limit }: { before: string | null; limit: number },
  read: (before: string | null, limit: number) => Promise<T[]>,
): Promise<T[]> {
  const found: T[] = [];
  let [from, count] = [before, limit];
  for (let isEnd = false; !isEnd && found.length < limit; ) {
    const rows = await read(from, count);
    found.push(...(await addressedTo(ctx, reader, rows)));
    from = rows.at(-1)?.id ?? from;
    isEnd = rows.length < count;
    count = Math.min(largest, count * 2);
  }
  return found.slice(0, limit);
}
