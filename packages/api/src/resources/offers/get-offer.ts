import type { Context } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { requireId } from "../../http/ids.ts";
import { addressedTo, readerOf } from "../helping/addressed-to.ts";
import { requirePerson } from "../people/person-refs.ts";
import { readOffer, type StoredOffer } from "./queries.ts";
import { addressed } from "./shown-offers.ts";

/** An offer that who asks may know of. */
export async function getOffer(ctx: Context, text: string): Promise<StoredOffer> {
  const stored = await readOffer(ctx.tx, requireId("offer", text, "/path/id"));
  if (!stored) throw notFound();
  const [offer] = await addressedTo(ctx, readerOf(ctx), [addressed(stored, ctx.now)]);
  if (!offer) throw notFound();
  return offer;
}

/** An offer of the person who acts, locked; anybody else's is as one that never was. */
export async function holdOwnOffer(
  ctx: Context,
  { id: text, by, place }: { id: string; by: string; place: string },
): Promise<StoredOffer> {
  const id = requireId("offer", text, "/path/id");
  const personId = await requirePerson(ctx.tx, by, place);
  const offer = await readOffer(ctx.tx, id, "change");
  if (!offer || offer.personId !== personId) throw notFound();
  return offer;
}
