import type { FastifyInstance } from "fastify";
import { decodeCursor, encodeCursor, idInCursor, page } from "../../http/cursor.ts";
import { etagOf } from "../../http/etag.ts";
import { toId } from "../../http/ids.ts";
import { created, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import * as examples from "./examples.ts";
import { findMentorship } from "./find-mentorship.ts";
import { listSessions } from "./queries.ts";
import {
  MentorshipParams,
  SessionBody,
  SessionInput,
  SessionPage,
  SessionParams,
  SessionPatch,
  SessionQuery,
} from "./schemas.ts";
import { planSession, updateSession } from "./sessions.ts";
import { sessionBody } from "./to-body.ts";

const url = "/mentorships/:mentorship/sessions";

export function sessionRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "POST",
      url,
      id: "mentorships.planSession",
      summary: "Plan a session",
      description:
        "With what is to be talked about. Both sides read and write it. Mark it `held` afterwards: that records the mentoring.",
      scope: "help:write",
      params: MentorshipParams,
      body: SessionInput,
      changes: ["session.planned"],
      answers: { 201: SessionBody },
      problems: ["invalid_state"],
      example: { body: examples.sessionInput, answer: examples.session },
    },
    async (ctx, { params, body }) => {
      const session = await planSession(ctx, params.mentorship, body);
      const answer = sessionBody(session);
      const location = `/v1/mentorships/${params.mentorship}/sessions/${answer.id}`;
      return created(answer, location, etagOf(session.revision));
    },
  );

  const list = "mentorships.listSessions";
  route(
    app,
    services,
    {
      method: "GET",
      url,
      id: list,
      summary: "List the sessions of a mentorship",
      description: "In the order in which they take place.",
      scope: "help:read",
      params: MentorshipParams,
      query: SessionQuery,
      answers: { 200: SessionPage },
      example: { answer: { data: [examples.session], nextCursor: null } },
    },
    async (ctx, { params, query }) => {
      const person = query.for === undefined ? null : { ref: query.for, pointer: "?for" };
      const { mentorship } = await findMentorship(ctx, params.mentorship, person);
      const name = `${list} ${mentorship.id}`;
      const [last] = query.cursor ? decodeCursor(name, query.cursor, ["string"]) : [null];
      const after = last && idInCursor("session", last);
      const rows = await listSessions(ctx.tx, mentorship.id, { after, limit: query.limit + 1 });
      const cursorOf = ({ id }: { id: string }) => encodeCursor(name, [toId("session", id)]);
      const { data, nextCursor } = page(rows, query.limit, cursorOf);
      return ok({ data: data.map(sessionBody), nextCursor });
    },
  );

  route(
    app,
    services,
    {
      method: "PATCH",
      url: `${url}/:session`,
      id: "mentorships.updateSession",
      summary: "Change a session, or say that it was held",
      description:
        "`state: held` records an interaction of type `mentoring`, once; what was recorded can't change afterwards, notes and actions can.",
      scope: "help:write",
      params: SessionParams,
      body: SessionPatch,
      changes: ["session.updated", "session.held", "interaction.recorded"],
      conditional: true,
      answers: { 200: SessionBody },
      problems: ["invalid_state"],
      example: { body: { by: "ext:ada", ideas: ["A book club"] }, answer: examples.session },
    },
    async (ctx, { params, body, ifMatch }) => {
      const session = await updateSession(ctx, { ...params, change: body, ifMatch });
      return ok(sessionBody(session), etagOf(session.revision));
    },
  );
}
