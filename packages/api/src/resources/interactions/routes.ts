import type { FastifyInstance } from "fastify";
import { requireId } from "../../http/ids.ts";
import { created, noContent, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { createBatch } from "./create-batch.ts";
import { createInteraction } from "./create-interaction.ts";
import * as example from "./examples.ts";
import { getInteraction } from "./get-interaction.ts";
import { listInteractions } from "./list-interactions.ts";
import { readBatch } from "./read-batch.ts";
import {
  BatchQuery,
  BatchResult,
  InteractionBatch,
  InteractionBody,
  InteractionCreate,
  InteractionPage,
  InteractionParams,
  InteractionQuery,
  NewInteraction,
} from "./schemas.ts";
import { toBody } from "./to-body.ts";
import { voidInteraction } from "./void-interaction.ts";

const batchLimit = 16 * 1024 * 1024;
const requireInteractionId = (id: string) => requireId("interaction", id, "/path/id");

/** What an interaction about an introduction may bring with it. */
const followed = ["introduction.made", "introduction.thanked", "introduction.reported"] as const;

export function interactionRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "POST",
      url: "/interactions",
      id: "interactions.create",
      summary: "Record an interaction",
      description:
        "Something that happened from one person to others. With an `externalId` that is taken it is a duplicate: nothing is recorded, and the answer is 200 with the interaction that is stored, even where the two differ.",
      scope: "interactions:write",
      body: InteractionCreate,
      changes: ["interaction.recorded", "person.created", ...followed],
      answers: { 201: InteractionBody, 200: InteractionBody },
      problems: ["not_found", "conflict", "suppressed"],
      example: { body: example.create, answer: example.interaction },
    },
    async (ctx, { body }) => {
      const { interaction, isNew } = await createInteraction(ctx, body);
      const answer = toBody(interaction);
      return isNew ? created(answer, `/v1/interactions/${answer.id}`) : ok(answer);
    },
  );

  route(
    app,
    services,
    {
      method: "POST",
      url: "/interactions/batch",
      id: "interactions.createBatch",
      summary: "Record many interactions",
      description:
        "Up to 10,000 in one transaction, as JSON or NDJSON. Those that are valid are recorded, those that are not are listed with their place and what is wrong. Any order, any split into batches and any repetition give the same ties. An `externalId` that is taken, also by an earlier item of the batch or by a voided interaction, makes an item a duplicate, whatever else it says.",
      scope: "interactions:write",
      query: BatchQuery,
      body: InteractionBatch,
      otherBodies: { "application/x-ndjson": { schema: NewInteraction, example: example.lines } },
      changes: ["interaction.recorded", "person.created", ...followed],
      ownBodyCheck: true,
      bodyLimit: batchLimit,
      answers: { 200: BatchResult },
      example: { body: example.batch, answer: example.batchResult },
    },
    async (ctx, { body, query, headers }) =>
      ok(await createBatch(ctx, readBatch(body, headers["content-type"] ?? "", query))),
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/interactions",
      id: "interactions.list",
      summary: "List interactions",
      description:
        "Newest first. Of a person, sent or received, or of a person with another. Voided ones are left out.",
      scope: "interactions:read",
      query: InteractionQuery,
      answers: { 200: InteractionPage },
      problems: ["invalid_id", "not_found"],
      example: { answer: { data: [example.interaction], nextCursor: null } },
    },
    async (ctx, { query }) => {
      const { data, nextCursor } = await listInteractions(ctx, query);
      return ok({ data: data.map(toBody), nextCursor });
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/interactions/:id",
      id: "interactions.get",
      summary: "Read an interaction",
      description: "One interaction with all its recipients.",
      scope: "interactions:read",
      params: InteractionParams,
      answers: { 200: InteractionBody },
      example: { answer: example.interaction },
    },
    async (ctx, { params }) =>
      ok(toBody(await getInteraction(ctx, requireInteractionId(params.id)))),
  );

  route(
    app,
    services,
    {
      method: "DELETE",
      url: "/interactions/:id",
      id: "interactions.delete",
      summary: "Void an interaction",
      changes: ["interaction.voided"],
      description:
        "Takes it back: the ties it touched are as if it had never been. Its `externalId` stays taken, so that importing the same data again does not bring it back.",
      scope: "interactions:write",
      params: InteractionParams,
      answers: { 204: null },
      example: {},
    },
    async (ctx, { params }) => {
      await voidInteraction(ctx, requireInteractionId(params.id));
      return noContent();
    },
  );
}
