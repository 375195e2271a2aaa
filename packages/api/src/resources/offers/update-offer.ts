import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { requireMatch } from "../../http/etag.ts";
import { given, storedAudience } from "../helping/given.ts";
import { writeNamed } from "../helping/queries/owned.ts";
import { readAudience } from "../helping/read-audience.ts";
import { requireAhead } from "../helping/read-expiry.ts";
import { isOver } from "../helping/refusals.ts";
import { holdOwnOffer } from "./get-offer.ts";
import { deleteOffer, type StoredOffer, updateOffer as write } from "./queries.ts";
import type { OfferPatch } from "./schemas.ts";
import { isStanding } from "./shown-offers.ts";

/** Its owner words an offer anew, makes it to others, or lets it stand for longer. */
export async function updateOffer(
  ctx: Context,
  { id, change, ifMatch }: { id: string; change: OfferPatch; ifMatch: string | undefined },
): Promise<StoredOffer> {
  const { tx, now } = ctx;
  const offer = await holdOwnOffer(ctx, { id, by: change.by, place: "/by" });
  requireMatch(ifMatch, offer.revision);
  const { by: _, audience, expiresAt, ...fields } = change;
  const addressed = audience ? await readAudience(ctx, offer.personId, audience) : null;
  const changed = {
    ...offer,
    ...given(fields),
    ...(addressed && storedAudience(addressed)),
    expiresAt:
      expiresAt === null ? null : (requireAhead(expiresAt, now, "/expiresAt") ?? offer.expiresAt),
    revision: offer.revision + 1,
    updatedAt: now,
  };
  if (!isStanding(changed, now)) throw isOver("offer", "expiresAt");
  await write(tx, changed);
  if (addressed) await writeNamed(tx, "offer", offer.id, addressed.people);
  await recordChange(ctx, {
    type: "offer.updated",
    id: offer.id,
    sequence: changed.revision,
    data: { fields: Object.keys(change).filter((field) => field !== "by") },
  });
  return changed;
}

/** Its owner takes an offer back: it goes, and nobody is told. */
export async function withdrawOffer(
  ctx: Context,
  { id, by, ifMatch }: { id: string; by: string; ifMatch: string | undefined },
): Promise<void> {
  const offer = await holdOwnOffer(ctx, { id, by, place: "?by" });
  requireMatch(ifMatch, offer.revision);
  await deleteOffer(ctx.tx, offer.id);
  await recordChange(ctx, {
    type: "offer.withdrawn",
    id: offer.id,
    sequence: offer.revision + 1,
  });
}
