import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { requireId } from "../../http/ids.ts";
import { addressedTo, readerOf } from "../helping/addressed-to.ts";
import { requirePerson } from "../people/person-refs.ts";
import { readAsk, type StoredAsk } from "./queries.ts";
import { addressed } from "./shown-asks.ts";

/** An ask that who asks may know of. */
export async function getAsk(ctx: Context, text: string): Promise<StoredAsk> {
  const stored = await readAsk(ctx.tx, requireId("ask", text, "/path/id"));
  if (!stored) throw notFound();
  const [ask] = await addressedTo(ctx, readerOf(ctx), [addressed(stored, ctx.now)]);
  if (!ask) throw notFound();
  return ask;
}

/** An ask of the person who acts, locked; anybody else's is as one that never was. */
export async function holdOwnAsk(
  ctx: Context,
  { id: text, by }: { id: string; by: string },
): Promise<StoredAsk> {
  const id = requireId("ask", text, "/path/id");
  const personId = await requirePerson(ctx.tx, by, "/by");
  const ask = await readAsk(ctx.tx, id, "change");
  if (!ask || ask.personId !== personId) throw notFound();
  return ask;
}
