import type { FastifyInstance } from "fastify";
import { created, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { introductionActionRoutes } from "./action-routes.ts";
import * as examples from "./examples.ts";
import { findIntroduction } from "./find-introduction.ts";
import { listIntroductions } from "./list-introductions.ts";
import { requestIntroduction } from "./request-introduction.ts";
import {
  IntroductionBody,
  IntroductionForQuery,
  IntroductionInput,
  IntroductionPage,
  IntroductionParams,
  IntroductionQuery,
} from "./schemas.ts";
import { introductionBodies, introductionBody } from "./to-body.ts";

const url = "/introductions";

export function introductionRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "POST",
      url,
      id: "introductions.create",
      summary: "Ask for an introduction",
      description:
        "`by` asks somebody they know to introduce them to somebody whom that one knows. Nobody else learns of it: the target is asked once the introducer agreed, and who asked hears of it once both did, or on a day that is fixed from the beginning, `closesAt`, that it is not this time: never whose answer it was. A request is refused where a search for paths would not offer the chain, in one sentence whatever the cause; and where it was the requester's own doing, in plain words.",
      scope: "help:write",
      body: IntroductionInput,
      changes: ["introduction.requested"],
      answers: { 201: IntroductionBody },
      problems: ["invalid_id", "not_found", "invalid_state"],
      example: { body: examples.input, answer: examples.introduction },
    },
    async (ctx, { body }) => {
      const answer = await introductionBody(ctx, await requestIntroduction(ctx, body));
      return created(answer, `/v1${url}/${answer.id}`);
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url,
      id: "introductions.list",
      summary: "List introductions",
      description:
        "The newest first. With `person` those of one person, as that person sees them; `role` and `state` are theirs too. Without, all of them, as who asked for each sees it. A member names themselves.",
      scope: "help:read",
      query: IntroductionQuery,
      answers: { 200: IntroductionPage },
      example: { answer: { data: [examples.introduction], nextCursor: null } },
    },
    async (ctx, { query }) => {
      const { data, nextCursor } = await listIntroductions(ctx, query);
      return ok({ data: await introductionBodies(ctx, data), nextCursor });
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: `${url}/:introduction`,
      id: "introductions.get",
      summary: "Read an introduction",
      description:
        "With `for` as one of the three sees it: where it stands for them, and what they can do. It is not there for the target before the introducer agreed. Once both agreed, requester and target see an address of each other.",
      scope: "help:read",
      params: IntroductionParams,
      query: IntroductionForQuery,
      answers: { 200: IntroductionBody },
      example: { answer: examples.introduction },
    },
    async (ctx, { params, query }) => {
      const person = query.for === undefined ? null : { ref: query.for, pointer: "?for" };
      const found = await findIntroduction(ctx, params.introduction, person);
      return ok(await introductionBody(ctx, found));
    },
  );

  introductionActionRoutes(app, services);
}
