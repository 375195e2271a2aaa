import type { FastifyInstance } from "fastify";
import { etagOf } from "../../http/etag.ts";
import { created, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { requirePerson } from "../people/person-refs.ts";
import * as examples from "./examples.ts";
import { findMentorship, type SeenMentorship, sideOf } from "./find-mentorship.ts";
import { listMentorships } from "./list-mentorships.ts";
import { actOnMentorship, reflect } from "./move-mentorship.ts";
import { proposeMentorship } from "./propose-mentorship.ts";
import {
  By,
  CompletionInput,
  ForQuery,
  MentorshipBody,
  MentorshipInput,
  MentorshipPage,
  MentorshipParams,
  MentorshipQuery,
  ReflectionInput,
} from "./schemas.ts";
import { sessionRoutes } from "./session-routes.ts";
import { mentorshipBodies, mentorshipBody } from "./to-body.ts";

const url = "/mentorships";

export function mentorshipRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "POST",
      url,
      id: "mentorships.create",
      summary: "Propose a mentorship",
      description:
        "Between two people, outside of any programme. Who proposes has accepted; it begins when the other accepts too.",
      scope: "help:write",
      body: MentorshipInput,
      changes: ["mentorship.proposed"],
      answers: { 201: MentorshipBody },
      problems: ["invalid_id", "not_found", "conflict"],
      example: { body: examples.input, answer: examples.mentorship },
    },
    async (ctx, { body }) => {
      const mentorship = await proposeMentorship(ctx, body);
      const side = sideOf(mentorship, await requirePerson(ctx.tx, body.by, "/by"));
      const answer = await mentorshipBody(ctx, { mentorship, side });
      return created(answer, `/v1${url}/${answer.id}`, etagOf(mentorship.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url,
      id: "mentorships.list",
      summary: "List mentorships",
      description:
        "The newest first. With `person` those of one person, as that person sees them; a member names themselves.",
      scope: "help:read",
      query: MentorshipQuery,
      answers: { 200: MentorshipPage },
      problems: ["invalid_id", "not_found", "invalid_cursor"],
      example: { answer: { data: [examples.mentorship], nextCursor: null } },
    },
    async (ctx, { query }) => {
      const { seen, nextCursor } = await listMentorships(ctx, query);
      return ok({ data: await mentorshipBodies(ctx, seen), nextCursor });
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: `${url}/:mentorship`,
      id: "mentorships.get",
      summary: "Read a mentorship",
      description:
        "With `for` as one of the two sees it: what that side can do now, and its own look back.",
      scope: "help:read",
      params: MentorshipParams,
      query: ForQuery,
      answers: { 200: MentorshipBody },
      example: { answer: examples.mentorship },
    },
    async (ctx, { params, query }) => {
      const person = query.for === undefined ? null : { ref: query.for, pointer: "?for" };
      return answer(ctx, await findMentorship(ctx, params.mentorship, person));
    },
  );

  const simple = [
    ["accept", "accepted", "It begins when both have accepted."],
    ["decline", "declined", "No reason is asked. The two are not proposed to each other again."],
    ["pause", "paused", "For a while; nothing is planned meanwhile."],
    ["resume", "resumed", "After a pause."],
    ["end", "ended", "Before it is completed; no reason is asked."],
  ] as const;
  for (const [action, verb, description] of simple) {
    route(
      app,
      services,
      {
        method: "POST",
        url: `${url}/:mentorship/${action}`,
        id: `mentorships.${action}`,
        summary: `${action[0]?.toUpperCase()}${action.slice(1)} a mentorship`,
        description: `By either of the two. ${description}`,
        scope: "help:write",
        params: MentorshipParams,
        body: By,
        changes: [`mentorship.${verb}`],
        answers: { 200: MentorshipBody },
        problems: ["invalid_state"],
        example: { body: examples.by, answer: examples.mentorship },
      },
      async (ctx, { params, body }) =>
        answer(ctx, await actOnMentorship(ctx, params.mentorship, body.by, action)),
    );
  }

  route(
    app,
    services,
    {
      method: "POST",
      url: `${url}/:mentorship/complete`,
      id: "mentorships.complete",
      summary: "Complete a mentorship",
      description:
        "By either of the two, with a look back for oneself and, if it was said, a thank-you: that is recorded as an interaction.",
      scope: "help:write",
      params: MentorshipParams,
      body: CompletionInput,
      changes: ["mentorship.completed", "interaction.recorded"],
      answers: { 200: MentorshipBody },
      problems: ["invalid_state"],
      example: { body: examples.completion, answer: examples.mentorship },
    },
    async (ctx, { params, body }) =>
      answer(ctx, await actOnMentorship(ctx, params.mentorship, body.by, "complete", body)),
  );

  route(
    app,
    services,
    {
      method: "PUT",
      url: `${url}/:mentorship/reflection`,
      id: "mentorships.reflect",
      summary: "Look back on a mentorship",
      description: "For oneself, at any time; `null` takes it back. The other never reads it.",
      scope: "help:write",
      params: MentorshipParams,
      body: ReflectionInput,
      changes: ["mentorship.reflected"],
      answers: { 200: MentorshipBody },
      example: {
        body: { by: "ext:ada", reflection: "I now like the stage." },
        answer: examples.mentorship,
      },
    },
    async (ctx, { params, body }) => answer(ctx, await reflect(ctx, params.mentorship, body)),
  );

  sessionRoutes(app, services);
}

const answer = async (ctx: Parameters<typeof mentorshipBody>[0], seen: SeenMentorship) =>
  ok(await mentorshipBody(ctx, seen), etagOf(seen.mentorship.revision));
