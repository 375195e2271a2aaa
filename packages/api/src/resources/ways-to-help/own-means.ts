import { type AskKind, type AskMatch, askMatch, type Needs, termsOf } from "@kith/core";
import type { Context } from "../../context.ts";
import { viewOf } from "../frames/view.ts";
import { asPerson } from "../helping/circle-of.ts";
import { fits, ownOffers } from "../helping/standing-offers.ts";
import { countHelped } from "../offers/queries.ts";
import { readFacets } from "../ties/queries/facets.ts";

export interface OwnMatch extends AskMatch {
  offers: boolean;
  /** Whether anything says that they can help. */
  isKnown: boolean;
}

/** What a person can give, and how well it meets what others need. */
export async function ownMeans(
  ctx: Context,
  person: string,
): Promise<(kind: AskKind, needs: Needs) => OwnMatch> {
  const view = await viewOf(asPerson(ctx, person), [person]);
  const facets = await readFacets(ctx.tx, [person], ctx.now, view.showFields);
  const { skills = [], goals = [] } = facets.get(person) ?? {};
  const offers = await ownOffers(ctx, person);
  const helped = (await countHelped(ctx.tx, [person], 0)).get(person) ?? {};
  return (kind, needs) => {
    const offer = offers.find((one) => fits(one, kind, termsOf(needs)));
    const match = askMatch(needs, {
      terms: [...skills, ...goals],
      offer: offer ? { terms: [...offer.skills, ...offer.topics] } : null,
      helpedBefore: helped[kind] ?? 0,
    });
    const isKnown = offer !== undefined || match.covered.length > 0;
    return { ...match, offers: offer !== undefined, isKnown };
  };
}
