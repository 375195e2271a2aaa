import { helpingLimits } from "@kith/core";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import { newUuid } from "../../http/ids.ts";
import { storedAudience } from "../helping/given.ts";
import { writeNamed } from "../helping/queries/owned.ts";
import { readAudience } from "../helping/read-audience.ts";
import { requireAhead } from "../helping/read-expiry.ts";
import { tooMany } from "../helping/refusals.ts";
import { requirePerson } from "../people/person-refs.ts";
import { countOffers, insertOffer, type StoredOffer } from "./queries.ts";
import type { OfferInput } from "./schemas.ts";

const everyday = { to: "network" } as const;

/** Somebody says what they can help with. */
export async function createOffer(ctx: Context, input: OfferInput): Promise<StoredOffer> {
  const { tx, now } = ctx;
  const personId = await requirePerson(tx, input.by, "/by");
  const audience = await readAudience(ctx, personId, input.audience ?? everyday);
  if ((await countOffers(tx, personId)) >= helpingLimits.offers) {
    throw tooMany(helpingLimits.offers, "offers");
  }
  const offer: StoredOffer = {
    id: newUuid(now),
    personId,
    ...storedAudience(audience),
    revision: 1,
    createdAt: now,
    updatedAt: now,
    kinds: input.kinds,
    title: input.title,
    text: input.text ?? null,
    skills: input.skills ?? [],
    topics: input.topics ?? [],
    capacity: input.capacity ?? null,
    expiresAt: requireAhead(input.expiresAt ?? undefined, now, "/expiresAt") ?? null,
  };
  await insertOffer(tx, offer);
  await writeNamed(tx, "offer", offer.id, offer.people);
  await recordChange(ctx, { type: "offer.created", id: offer.id, sequence: 1 });
  return offer;
}
