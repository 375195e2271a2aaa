import type { FastifyInstance } from "fastify";
import { etagOf } from "../../http/etag.ts";
import { toId } from "../../http/ids.ts";
import { created, noContent, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { readerOf } from "../helping/addressed-to.ts";
import { createOffer } from "./create-offer.ts";
import * as examples from "./examples.ts";
import { getOffer } from "./get-offer.ts";
import { listOffers } from "./list-offers.ts";
import type { StoredOffer } from "./queries.ts";
import {
  ByQuery,
  OfferBody,
  OfferInput,
  OfferPage,
  OfferParams,
  OfferPatch,
  OfferQuery,
} from "./schemas.ts";
import { showOffers } from "./shown-offers.ts";
import { toBody } from "./to-body.ts";
import { updateOffer, withdrawOffer } from "./update-offer.ts";

type Ctx = Parameters<typeof showOffers>[0];

const shown = async (ctx: Ctx, offer: StoredOffer) => {
  const [body] = (await showOffers(ctx, readerOf(ctx), [offer])).map(toBody);
  return body;
};

export function offerRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "POST",
      url: "/offers",
      id: "offers.create",
      summary: "Offer help",
      description:
        "Says what somebody can help with, to those whom `audience` names: their network unless given. Offers make their owners show up among the helpers of asks of these kinds. A person can have 25.",
      scope: "help:write",
      body: OfferInput,
      changes: ["offer.created"],
      answers: { 201: OfferBody },
      problems: ["invalid_id", "not_found", "invalid_state"],
      example: { body: examples.input, answer: examples.offer },
    },
    async (ctx, { body }) => {
      const offer = await createOffer(ctx, body);
      const location = `/v1/offers/${toId("offer", offer.id)}`;
      return created(await shown(ctx, offer), location, etagOf(offer.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/offers",
      id: "offers.list",
      summary: "List offers",
      description:
        "The newest first. With `person` what that person may know of: their own offers, and those that others make to them and that stand. Without it, all of the tenant.",
      scope: "help:read",
      query: OfferQuery,
      answers: { 200: OfferPage },
      problems: ["invalid_id", "not_found"],
      example: { answer: { data: [examples.offer], nextCursor: null } },
    },
    async (ctx, { query }) => {
      const { data, nextCursor } = await listOffers(ctx, query);
      return ok({ data: data.map(toBody), nextCursor });
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/offers/:id",
      id: "offers.get",
      summary: "Read an offer",
      description:
        "A member reads their own offers and those that are made to them. For anybody else it is as one that never was.",
      scope: "help:read",
      params: OfferParams,
      answers: { 200: OfferBody },
      example: { answer: examples.offer },
    },
    async (ctx, { params }) => {
      const offer = await getOffer(ctx, params.id);
      return ok(await shown(ctx, offer), etagOf(offer.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "PATCH",
      url: "/offers/:id",
      id: "offers.update",
      summary: "Change an offer",
      description:
        "Its owner words it anew, makes it to others, or lets it stand again by a new `expiresAt`.",
      scope: "help:write",
      params: OfferParams,
      body: OfferPatch,
      changes: ["offer.updated"],
      conditional: true,
      answers: { 200: OfferBody },
      problems: ["invalid_state"],
      example: {
        body: { by: "ext:ada", capacity: 5 },
        answer: { ...examples.offer, capacity: 5 },
      },
    },
    async (ctx, { params, body, ifMatch }) => {
      const offer = await updateOffer(ctx, { id: params.id, change: body, ifMatch });
      return ok(await shown(ctx, offer), etagOf(offer.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "DELETE",
      url: "/offers/:id",
      id: "offers.delete",
      summary: "Withdraw an offer",
      description: "Its owner takes it back. Nobody is told; help that was given stays on record.",
      scope: "help:write",
      params: OfferParams,
      query: ByQuery,
      changes: ["offer.withdrawn"],
      conditional: true,
      answers: { 204: null },
      example: {},
    },
    async (ctx, { params, query, ifMatch }) => {
      await withdrawOffer(ctx, { id: params.id, by: query.by, ifMatch });
      return noContent();
    },
  );
}
