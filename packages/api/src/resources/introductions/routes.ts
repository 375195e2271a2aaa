import type { FastifyInstance } from "fastify";
import type { Context } from "../../context.ts";
import { created, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { actOnIntroduction } from "./act-on-introduction.ts";
import * as examples from "./examples.ts";
import { findIntroduction, type SeenIntroduction } from "./find-introduction.ts";
import { listIntroductions } from "./list-introductions.ts";
import { requestIntroduction } from "./request-introduction.ts";
import {
  AcceptInput,
  DeclineInput,
  IntroductionBody,
  IntroductionBy,
  IntroductionForQuery,
  IntroductionInput,
  IntroductionPage,
  IntroductionParams,
  IntroductionQuery,
  ReportInput,
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
      return answer(ctx, await findIntroduction(ctx, params.introduction, person));
    },
  );

  route(
    app,
    services,
    {
      method: "POST",
      url: `${url}/:introduction/accept`,
      id: "introductions.accept",
      summary: "Agree to an introduction",
      description:
        "By the introducer, then by the target. The target may name the address to share; it is shown to who asked, and theirs to the target, from now on.",
      scope: "help:write",
      params: IntroductionParams,
      body: AcceptInput,
      changes: ["introduction.introducerAgreed", "introduction.targetAgreed"],
      answers: { 200: IntroductionBody },
      problems: ["invalid_state"],
      example: { body: examples.by, answer: examples.introduction },
    },
    async (ctx, { params, body: { by, email } }) => {
      const added = { email };
      return answer(
        ctx,
        await actOnIntroduction(ctx, { id: params.introduction, by, action: "accept", added }),
      );
    },
  );

  route(
    app,
    services,
    {
      method: "POST",
      url: `${url}/:introduction/decline`,
      id: "introductions.decline",
      summary: "Say no to an introduction",
      description:
        "By the introducer or the target, until it is made. Nobody is told: who asked reads `notThisTime` on the day on which it would have closed anyway. A reason is for yourself.",
      scope: "help:write",
      params: IntroductionParams,
      body: DeclineInput,
      changes: ["introduction.declined"],
      answers: { 200: IntroductionBody },
      problems: ["invalid_state"],
      example: { body: examples.by, answer: examples.introduction },
    },
    async (ctx, { params, body: { by, reason } }) => {
      const added = { reason };
      return answer(
        ctx,
        await actOnIntroduction(ctx, { id: params.introduction, by, action: "decline", added }),
      );
    },
  );

  const plain = [
    {
      action: "withdraw",
      summary: "Take a request back",
      description: "By who asked, until it is made.",
      changes: ["introduction.withdrawn"],
    },
    {
      action: "complete",
      summary: "Mark an introduction as made",
      description:
        "By the introducer; or by one of the two, if they notice first. Recorded as help of the introducer to both, about this introduction.",
      changes: ["introduction.made", "interaction.recorded"],
    },
    {
      action: "thank",
      summary: "Thank for an introduction",
      description: "By who asked. Recorded as thanks to the introducer.",
      changes: ["introduction.thanked", "interaction.recorded"],
    },
  ] as const;
  for (const { action, ...words } of plain) {
    route(
      app,
      services,
      {
        ...words,
        method: "POST",
        url: `${url}/:introduction/${action}`,
        id: `introductions.${action}`,
        scope: "help:write",
        params: IntroductionParams,
        body: IntroductionBy,
        answers: { 200: IntroductionBody },
        problems: ["invalid_state"],
        example: { body: examples.by, answer: examples.introduction },
      },
      async (ctx, { params, body: { by } }) =>
        answer(ctx, await actOnIntroduction(ctx, { id: params.introduction, by, action })),
    );
  }

  route(
    app,
    services,
    {
      method: "POST",
      url: `${url}/:introduction/report`,
      id: "introductions.report",
      summary: "Tell how an introduction went",
      description:
        "By who asked, to the introducer, with or without words. Recorded as an update to the introducer.",
      scope: "help:write",
      params: IntroductionParams,
      body: ReportInput,
      changes: ["introduction.reported", "interaction.recorded"],
      answers: { 200: IntroductionBody },
      problems: ["invalid_state"],
      example: { body: examples.report, answer: examples.introduction },
    },
    async (ctx, { params, body: { by, report } }) => {
      const added = { report };
      return answer(
        ctx,
        await actOnIntroduction(ctx, { id: params.introduction, by, action: "report", added }),
      );
    },
  );
}

const answer = async (ctx: Context, seen: SeenIntroduction) =>
  ok(await introductionBody(ctx, seen));
