import type { FastifyInstance } from "fastify";
import { negotiate } from "../../http/negotiate.ts";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { PersonParams } from "../../http/schemas.ts";
import type { Services } from "../../services.ts";
import { drawNetwork } from "./drawing/draw-network.ts";
import * as examples from "./examples.ts";
import { getNetwork } from "./get-network.ts";
import { pictureOf } from "./picture-of.ts";
import { NetworkBody, NetworkDrawing, NetworkQuery } from "./schemas.ts";
import { toBody } from "./to-body.ts";

const drawing = "image/svg+xml";

/** A drawing that is opened by itself runs and loads nothing. */
const drawingHeaders = {
  "content-type": `${drawing}; charset=utf-8`,
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};

export function networkRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/people/:person/network",
      id: "network.get",
      summary: "Read a person's network, or have it drawn",
      description:
        "The person, the people they have ties with, and the ties among those; at depth 2 also people beyond. With `Accept: image/svg+xml` the same is answered as a drawing. A member gets their own, with people as their frames show them; of ties between others they learn only that there is one in use. Show the drawing as an image: fetch it with the token and make a `blob:` URL of it.",
      scope: "ties:read",
      readsByKey: true,
      params: PersonParams,
      query: NetworkQuery,
      answers: { 200: NetworkBody },
      otherAnswers: { [drawing]: { schema: NetworkDrawing, example: examples.drawing } },
      problems: ["not_acceptable"],
      example: { answer: examples.network },
    },
    async (ctx, { params, query, headers }) => {
      const type = negotiate(headers.accept, ["application/json", drawing]);
      const { depth = 1, limit = 150, minStrength } = query;
      const network = await getNetwork(ctx, { ...params, depth, limit, minStrength });
      const vary = { vary: "Accept" };
      if (type === "application/json") return ok(toBody(network), vary);
      const isOwn = ctx.actor.kind === "member";
      return ok(drawNetwork(pictureOf(network, { isOwn })), { ...vary, ...drawingHeaders });
    },
  );
}
