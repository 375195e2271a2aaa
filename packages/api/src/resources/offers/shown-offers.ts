import { type AskKind, askState, MS_PER_DAY } from "@kith/core";
import type { Context } from "../../context.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { viewOfPerson } from "../frames/view.ts";
import { type Addressed, isOwnSide, type Reader } from "../helping/addressed-to.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import { countHelped, type StoredOffer } from "./queries.ts";

/** An offer as its reader may know of it. */
export interface ShownOffer extends Omit<StoredOffer, "personId" | "people"> {
  person: PersonBrief;
  state: "open" | "expired";
  people: string[] | null;
  taken: number | null;
}

export const isStanding = ({ expiresAt }: Pick<StoredOffer, "expiresAt">, at: number): boolean =>
  askState({ closedAt: null, expiresAt }, at) === "open";

export const addressed = <T extends StoredOffer>(offer: T, at: number): T & Addressed => ({
  ...offer,
  isLive: isStanding(offer, at),
});

/** The days over which a capacity is counted. */
export const capacityMs = 30 * MS_PER_DAY;

export const takenOf = (
  { kinds }: Pick<StoredOffer, "kinds">,
  helped: Partial<Record<AskKind, number>> | undefined,
): number => kinds.reduce((sum, kind) => sum + (helped?.[kind] ?? 0), 0);

export async function showOffers(
  ctx: Context,
  reader: Reader,
  offers: readonly StoredOffer[],
): Promise<ShownOffer[]> {
  const owners = [...new Set(offers.map(({ personId }) => personId))];
  const view = reader === null ? undefined : await viewOfPerson(ctx, reader, owners);
  const briefs = await showBriefs(ctx, owners, view);
  const own = owners.filter((id) => isOwnSide(reader, id));
  const helped = await countHelped(ctx.tx, own, ctx.now - capacityMs);
  return offers.map(({ personId, people, capacity, ...offer }) => {
    const isOwn = isOwnSide(reader, personId);
    return {
      ...offer,
      person: briefs.get(personId) ?? { id: personId, externalId: null, name: null },
      state: isStanding(offer, ctx.now) ? "open" : "expired",
      people: isOwn ? people : null,
      capacity: isOwn ? capacity : null,
      taken: isOwn ? takenOf(offer, helped.get(personId)) : null,
    };
  });
}
