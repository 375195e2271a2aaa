import type { FastifyInstance } from "fastify";
import { etagOf } from "../../http/etag.ts";
import { toId } from "../../http/ids.ts";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { PersonParams } from "../../http/schemas.ts";
import { toIsoOrNull } from "../../http/time.ts";
import type { Services } from "../../services.ts";
import { toBody as toPersonBody } from "../people/to-body.ts";
import { asSeenBy } from "./as-seen-by.ts";
import * as examples from "./examples.ts";
import { getFrame, type PersonFrame } from "./get-frame.ts";
import { FrameBody, FrameInput, SeenParams, SeenPersonBody } from "./schemas.ts";
import { updateFrame } from "./update-frame.ts";

const toBody = ({ personId, frame, audiences, updatedAt }: PersonFrame): FrameBody => ({
  person: toId("person", personId),
  audiences: frame,
  chosen: Object.keys(audiences) as FrameBody["chosen"],
  updatedAt: toIsoOrNull(updatedAt),
});

export function frameRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/people/:person/frame",
      id: "frame.get",
      summary: "Read a person's frame",
      description:
        "For whom each field of the profile is. It binds what other members are shown, wherever a person appears and in whatever search; a platform's key sees everything.",
      scope: "people:read",
      params: PersonParams,
      answers: { 200: FrameBody },
      example: { answer: examples.frame },
    },
    async (ctx, { params }) => {
      const frame = await getFrame(ctx, params.person);
      return ok(toBody(frame), etagOf(frame.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "PUT",
      url: "/people/:person/frame",
      id: "frame.update",
      summary: "Set a person's frame",
      description:
        "The whole frame: a field that is not named follows the tenant's defaults again. It holds at once, in every answer. Who may not see the name does not find the person, unless the two were in contact.",
      scope: "people:write",
      params: PersonParams,
      body: FrameInput,
      changes: ["frame.updated"],
      conditional: true,
      answers: { 200: FrameBody },
      example: { body: { audiences: examples.chosen }, answer: examples.frame },
    },
    async (ctx, { params, body, ifMatch }) => {
      const { audiences } = body;
      const frame = await updateFrame(ctx, { ...params, audiences, ifMatch });
      return ok(toBody(frame), etagOf(frame.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/people/:person/as-seen-by/:viewer",
      id: "people.asSeenBy",
      summary: "See a person with another's eyes",
      description:
        "Exactly what the viewer is answered for this person with a member token: to check a frame before anybody looks.",
      scope: "people:read",
      params: SeenParams,
      answers: { 200: SeenPersonBody },
      example: { answer: examples.seen },
    },
    async (ctx, { params }) => {
      const { viewerId, audiences, person } = await asSeenBy(ctx, params);
      return ok({
        viewer: toId("person", viewerId),
        audiences,
        person: person && toPersonBody(person),
      });
    },
  );
}
