import { type AskKind, capability } from "@kith/core";
import type { Context } from "../../context.ts";
import { countHelped, listOffers, readOpenOffers, type StoredOffer } from "../offers/queries.ts";
import { addressed, capacityMs, takenOf } from "../offers/shown-offers.ts";
import { addressedTo } from "./addressed-to.ts";

const most = 200;

/** Whether an offer is for asks that name these terms: by its kind, unless both name other terms. */
export function fits(
  { kinds, skills, topics }: Pick<StoredOffer, "kinds" | "skills" | "topics">,
  kind: AskKind,
  terms: readonly string[],
): boolean {
  if (!kinds.includes(kind)) return false;
  const match = capability({ offers: [...skills, ...topics] }, { asks: terms });
  return match === null || match.covered.length > 0;
}

/** Those of some offers that have room: see `capacity`. */
export async function withRoom(
  ctx: Context,
  offers: readonly StoredOffer[],
): Promise<StoredOffer[]> {
  const owners = [...new Set(offers.map(({ personId }) => personId))];
  const helped = await countHelped(ctx.tx, owners, ctx.now - capacityMs);
  return offers.filter(
    (offer) =>
      offer.capacity === null || takenOf(offer, helped.get(offer.personId)) < offer.capacity,
  );
}

/** The offers that others make to a person, that stand, have room and fit; one for each owner. */
export async function offersFor(
  ctx: Context,
  reader: string,
  { kind, terms }: { kind: AskKind; terms: readonly string[] },
): Promise<Map<string, StoredOffer>> {
  const query = { reader, side: "others", state: "open", kind, at: ctx.now } as const;
  const rows = await listOffers(ctx.tx, { ...query, before: null, limit: most });
  const made = await addressedTo(
    ctx,
    reader,
    rows.map((offer) => addressed(offer, ctx.now)),
  );
  const fitting = await withRoom(
    ctx,
    made.filter((offer) => fits(offer, kind, terms)),
  );
  return new Map(fitting.reverse().map((offer) => [offer.personId, offer]));
}

/** A person's own offers that stand and have room. */
export async function ownOffers(ctx: Context, person: string): Promise<StoredOffer[]> {
  return withRoom(ctx, await readOpenOffers(ctx.tx, [person], ctx.now));
}
