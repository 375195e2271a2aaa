import type { FastifyInstance } from "fastify";
import { etagOf } from "../../http/etag.ts";
import { toId } from "../../http/ids.ts";
import { created, noContent, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import * as examples from "./examples.ts";
import { findGathering } from "./find-gathering.ts";
import { listGatherings } from "./list-gatherings.ts";
import { gatheringPeopleRoutes } from "./people-routes.ts";
import {
  GatheringBody,
  GatheringInput,
  GatheringPage,
  GatheringParams,
  GatheringPatch,
  GatheringQuery,
} from "./schemas.ts";
import { toBody } from "./to-body.ts";
import { createGathering, deleteGathering, updateGathering } from "./write-gathering.ts";

export function gatheringRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "POST",
      url: "/gatherings",
      id: "gatherings.create",
      summary: "Announce a gathering",
      description:
        "A meetup, dinner, conference or reunion of your members: whom to meet there and why is answered before it, and follow-ups are suggested afterwards. That two people were there is no contact of the two: tell who spoke with whom by `POST /v1/gatherings/{id}/encounters`.",
      scope: "help:write",
      body: GatheringInput,
      changes: ["gathering.created"],
      answers: { 201: GatheringBody },
      example: { body: examples.input, answer: examples.gathering },
    },
    async (ctx, { body }) => {
      const gathering = await createGathering(ctx, body);
      const location = `/v1/gatherings/${toId("gathering", gathering.id)}`;
      return created(
        toBody({ ...gathering, response: null }),
        location,
        etagOf(gathering.revision),
      );
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/gatherings",
      id: "gatherings.list",
      summary: "List gatherings",
      description:
        "In the order in which they begin. With `person` those that the person finds, with their answer: on whose list they are, and what is for everyone. Without it, all of the tenant.",
      scope: "help:read",
      query: GatheringQuery,
      answers: { 200: GatheringPage },
      problems: ["invalid_id", "not_found"],
      example: { answer: { data: [examples.gathering], nextCursor: null } },
    },
    async (ctx, { query }) => {
      const { data, nextCursor } = await listGatherings(ctx, query);
      return ok({ data: data.map(toBody), nextCursor });
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/gatherings/:id",
      id: "gatherings.get",
      summary: "Read a gathering",
      description: "A member finds those on whose list they are, and those for everyone.",
      scope: "help:read",
      params: GatheringParams,
      answers: { 200: GatheringBody },
      example: { answer: examples.gathering },
    },
    async (ctx, { params }) => {
      const gathering = await findGathering(ctx, params.id);
      return ok(toBody(gathering), etagOf(gathering.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "PATCH",
      url: "/gatherings/:id",
      id: "gatherings.update",
      summary: "Change a gathering",
      description: "Moves it, or says more of it. Moved by `startsAt` alone it lasts as long.",
      scope: "help:write",
      params: GatheringParams,
      body: GatheringPatch,
      changes: ["gathering.updated"],
      conditional: true,
      answers: { 200: GatheringBody },
      example: {
        body: { location: "Cambridge" },
        answer: { ...examples.gathering, location: "Cambridge" },
      },
    },
    async (ctx, { params, body, ifMatch }) => {
      const gathering = await updateGathering(ctx, { id: params.id, change: body, ifMatch });
      return ok(toBody({ ...gathering, response: null }), etagOf(gathering.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "DELETE",
      url: "/gatherings/:id",
      id: "gatherings.delete",
      summary: "Call a gathering off",
      description:
        "It goes with its list. What was recorded between people stays: void that by itself.",
      scope: "help:write",
      params: GatheringParams,
      changes: ["gathering.deleted"],
      conditional: true,
      answers: { 204: null },
      example: {},
    },
    async (ctx, { params, ifMatch }) => {
      await deleteGathering(ctx, { id: params.id, ifMatch });
      return noContent();
    },
  );

  gatheringPeopleRoutes(app, services);
}
