import type { FastifyInstance } from "fastify";
import { etagOf } from "../../http/etag.ts";
import { toId } from "../../http/ids.ts";
import { created, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { readerOf } from "../helping/addressed-to.ts";
import { closeAsk } from "./close-ask.ts";
import { createAsk } from "./create-ask.ts";
import * as examples from "./examples.ts";
import { getAsk } from "./get-ask.ts";
import { listAsks } from "./list-asks.ts";
import { listHelpers } from "./list-helpers.ts";
import type { StoredAsk } from "./queries.ts";
import {
  AskBody,
  AskClosing,
  AskInput,
  AskPage,
  AskParams,
  AskPatch,
  AskQuery,
  HelperList,
  HelperQuery,
} from "./schemas.ts";
import { showAsks } from "./shown-asks.ts";
import { toBody } from "./to-body.ts";
import { updateAsk } from "./update-ask.ts";

type Ctx = Parameters<typeof showAsks>[0];

const shown = async (ctx: Ctx, ask: StoredAsk) => {
  const [body] = (await showAsks(ctx, readerOf(ctx), [ask])).map(toBody);
  return body;
};

export function askRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "POST",
      url: "/asks",
      id: "asks.create",
      summary: "Ask for help",
      description:
        "Says what somebody needs, to those whom `audience` names: their network unless given. Without a `kind` it asks for information, the lightest of all. It is open for thirty days unless `expiresAt` says otherwise. A person can have 25 open asks.",
      scope: "help:write",
      body: AskInput,
      changes: ["ask.created"],
      answers: { 201: AskBody },
      problems: ["invalid_id", "not_found", "invalid_state"],
      example: { body: examples.input, answer: examples.ask },
    },
    async (ctx, { body }) => {
      const ask = await createAsk(ctx, body);
      const location = `/v1/asks/${toId("ask", ask.id)}`;
      return created(await shown(ctx, ask), location, etagOf(ask.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/asks",
      id: "asks.list",
      summary: "List asks",
      description:
        "The newest first. With `person` what that person may know of: their own asks, and open ones that others address to them. Without it, all asks of the tenant.",
      scope: "help:read",
      query: AskQuery,
      answers: { 200: AskPage },
      problems: ["invalid_id", "not_found"],
      example: { answer: { data: [examples.ask], nextCursor: null } },
    },
    async (ctx, { query }) => {
      const { data, nextCursor } = await listAsks(ctx, query);
      return ok({ data: data.map(toBody), nextCursor });
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/asks/:id",
      id: "asks.get",
      summary: "Read an ask",
      description:
        "A member reads their own asks and what is addressed to them while it is open. For anybody else it is as one that never was.",
      scope: "help:read",
      params: AskParams,
      answers: { 200: AskBody },
      example: { answer: examples.ask },
    },
    async (ctx, { params }) => {
      const ask = await getAsk(ctx, params.id);
      return ok(await shown(ctx, ask), etagOf(ask.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "PATCH",
      url: "/asks/:id",
      id: "asks.update",
      summary: "Change an ask",
      description:
        "The asker words it anew, addresses it to others, or opens it again after it expired, by a new `expiresAt`. What is closed stays as it is.",
      scope: "help:write",
      params: AskParams,
      body: AskPatch,
      changes: ["ask.updated"],
      conditional: true,
      answers: { 200: AskBody },
      problems: ["invalid_state"],
      example: {
        body: { by: "ext:ada", title: "Who moved from compilers to machine learning?" },
        answer: { ...examples.ask, title: "Who moved from compilers to machine learning?" },
      },
    },
    async (ctx, { params, body, ifMatch }) => {
      const ask = await updateAsk(ctx, { id: params.id, change: body, ifMatch });
      return ok(await shown(ctx, ask), etagOf(ask.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "POST",
      url: "/asks/:id/close",
      id: "asks.close",
      summary: "Close an ask",
      description:
        "How it ended and who helped. Of each helper an interaction is recorded in the same step: help of the ask's kind, about this ask. Thanking them, and telling them how it went, will be among the asker's nudges.",
      scope: "help:write",
      params: AskParams,
      body: AskClosing,
      changes: ["ask.closed", "interaction.recorded"],
      answers: { 200: AskBody },
      problems: ["invalid_state"],
      example: {
        body: { by: "ext:ada", outcome: "helped", helpedBy: ["ext:grace"] },
        answer: examples.closed,
      },
    },
    async (ctx, { params, body }) => {
      const ask = await closeAsk(ctx, { id: params.id, closing: body });
      return ok(await shown(ctx, ask), etagOf(ask.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/asks/:id/helpers",
      id: "asks.helpers",
      summary: "Who could help with an ask",
      description:
        "For the asker, the best to ask first: by what people can help with (visible skills, interests and positions, offers, help of this kind before), how willing and how warmly tied they are, and how much others ask of them already. Beyond the asker's own circle those are listed who say that they can help, with who could introduce them. Whoever is not for the asker to know of, or put the tie to rest, is left out without a word. No number is answered. Of a closed ask nobody is listed.",
      scope: "help:read",
      params: AskParams,
      query: HelperQuery,
      answers: { 200: HelperList },
      example: { answer: examples.helpers },
    },
    async (ctx, { params, query }) => ok(await listHelpers(ctx, { ...params, ...query })),
  );
}
