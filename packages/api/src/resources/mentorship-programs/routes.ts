import type { FastifyInstance } from "fastify";
import { decodeCursor, encodeCursor, idInCursor, page } from "../../http/cursor.ts";
import { etagOf } from "../../http/etag.ts";
import { toId } from "../../http/ids.ts";
import { created, noContent, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { cursor, limit, Strict } from "../../http/schemas.ts";
import type { Services } from "../../services.ts";
import { showBriefs } from "../frames/show-briefs.ts";
import { createProgram } from "./create-program.ts";
import * as examples from "./examples.ts";
import { findProgram } from "./find-program.ts";
import { joinProgram, leaveProgram } from "./join-program.ts";
import { matchParticipants } from "./match-participants.ts";
import { listParticipants, listPrograms } from "./queries.ts";
import {
  MatchBody,
  MatchInput,
  ParticipantBody,
  ParticipantInput,
  ParticipantPage,
  ParticipantParams,
  ProgramBody,
  ProgramInput,
  ProgramPage,
  ProgramParams,
  ProgramPatch,
} from "./schemas.ts";
import { matchBody, participantBody, programBody } from "./to-body.ts";
import { updateProgram } from "./update-program.ts";

const url = "/mentorship-programs";
const kind = "mentorshipProgram";
const query = Strict({ limit, cursor });

export function mentorshipProgramRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "POST",
      url,
      id: "mentorshipPrograms.create",
      summary: "Create a mentorship programme",
      description: "People join it as mentors, as mentees or as both, and are matched in it.",
      scope: "help:write",
      body: ProgramInput,
      changes: ["mentorshipProgram.created"],
      answers: { 201: ProgramBody },
      example: { body: examples.programInput, answer: examples.program },
    },
    async (ctx, { body }) => {
      const program = await createProgram(ctx, body);
      const answer = programBody(program);
      return created(answer, `/v1${url}/${answer.id}`, etagOf(program.revision));
    },
  );

  const list = "mentorshipPrograms.list";
  route(
    app,
    services,
    {
      method: "GET",
      url,
      id: list,
      summary: "List the mentorship programmes",
      description: "The newest first, closed ones too.",
      scope: "help:read",
      query,
      answers: { 200: ProgramPage },
      example: { answer: { data: [examples.program], nextCursor: null } },
    },
    async ({ tx }, { query }) => {
      const [last] = query.cursor ? decodeCursor(list, query.cursor, ["string"]) : [null];
      const before = last && idInCursor(kind, last);
      const rows = await listPrograms(tx, { before, limit: query.limit + 1 });
      const cursorOf = ({ id }: { id: string }) => encodeCursor(list, [toId(kind, id)]);
      const { data, nextCursor } = page(rows, query.limit, cursorOf);
      return ok({ data: data.map(programBody), nextCursor });
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: `${url}/:program`,
      id: "mentorshipPrograms.get",
      summary: "Read a mentorship programme",
      description: "Its name and the rules by which people are matched in it.",
      scope: "help:read",
      params: ProgramParams,
      answers: { 200: ProgramBody },
      example: { answer: examples.program },
    },
    async (ctx, { params }) => {
      const program = await findProgram(ctx, params.program);
      return ok(programBody(program), etagOf(program.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "PATCH",
      url: `${url}/:program`,
      id: "mentorshipPrograms.update",
      summary: "Change, close or open a mentorship programme",
      description: "New rules hold for the next matching; mentorships that began go on.",
      scope: "help:write",
      params: ProgramParams,
      body: ProgramPatch,
      changes: ["mentorshipProgram.updated"],
      conditional: true,
      answers: { 200: ProgramBody },
      example: { body: { maxHoursApart: 3 }, answer: examples.program },
    },
    async (ctx, { params, body, ifMatch }) => {
      const program = await updateProgram(ctx, { ...params, change: body, ifMatch });
      return ok(programBody(program), etagOf(program.revision));
    },
  );

  route(
    app,
    services,
    {
      method: "PUT",
      url: `${url}/:program/participants/:person`,
      id: "mentorshipPrograms.join",
      summary: "Take part in a mentorship programme",
      description:
        "As mentee (`seeks`), as mentor (`capacity`) or as both; again to change it. Topics are compared without regard to case and accents.",
      scope: "help:write",
      params: ParticipantParams,
      body: ParticipantInput,
      changes: ["mentorshipProgram.joined", "mentorshipProgram.participantUpdated"],
      answers: { 200: ParticipantBody, 201: ParticipantBody },
      problems: ["invalid_state"],
      example: { body: examples.participantInput, answer: examples.participant },
    },
    async (ctx, { params, body }) => {
      const { participant, isNew } = await joinProgram(ctx, params, body);
      const briefs = await showBriefs(ctx, [participant.personId]);
      const answer = participantBody(participant, briefs);
      if (!isNew) return ok(answer);
      return created(answer, `/v1${url}/${params.program}/participants/${answer.person.id}`);
    },
  );

  route(
    app,
    services,
    {
      method: "DELETE",
      url: `${url}/:program/participants/:person`,
      id: "mentorshipPrograms.leave",
      summary: "Leave a mentorship programme",
      description: "Mentorships that began in it go on.",
      scope: "help:write",
      params: ParticipantParams,
      changes: ["mentorshipProgram.left"],
      answers: { 204: null },
      example: {},
    },
    async (ctx, { params }) => {
      await leaveProgram(ctx, params);
      return noContent();
    },
  );

  const participants = "mentorshipPrograms.listParticipants";
  route(
    app,
    services,
    {
      method: "GET",
      url: `${url}/:program/participants`,
      id: participants,
      summary: "List who takes part",
      description: "In the order in which the people were made known.",
      scope: "help:read",
      params: ProgramParams,
      query,
      answers: { 200: ParticipantPage },
      example: { answer: { data: [examples.participant], nextCursor: null } },
    },
    async (ctx, { params, query }) => {
      const { id } = await findProgram(ctx, params.program);
      const name = `${participants} ${id}`;
      const [last] = query.cursor ? decodeCursor(name, query.cursor, ["string"]) : [null];
      const after = last && idInCursor("person", last);
      const rows = await listParticipants(ctx.tx, id, { after, limit: query.limit + 1 });
      const cursorOf = ({ personId }: { personId: string }) =>
        encodeCursor(name, [toId("person", personId)]);
      const { data, nextCursor } = page(rows, query.limit, cursorOf);
      const briefs = await showBriefs(
        ctx,
        data.map(({ personId }) => personId),
      );
      return ok({ data: data.map((row) => participantBody(row, briefs)), nextCursor });
    },
  );

  route(
    app,
    services,
    {
      method: "POST",
      url: `${url}/:program/match`,
      id: "mentorshipPrograms.match",
      summary: "Match mentees with mentors",
      description:
        "Proposes a mentorship to each pair; it begins when both accept. The matching is stable: no mentee and mentor would both rather have each other, and of all such matchings it is the best for every mentee. Who is in an open mentorship of the programme is left in it; who declined or ended one is not proposed to the same person again. So after a change it can simply be called again.",
      scope: "help:write",
      params: ProgramParams,
      body: MatchInput,
      changes: ["mentorshipProgram.matched", "mentorship.proposed"],
      answers: { 200: MatchBody },
      problems: ["invalid_state", "conflict"],
      example: { body: { dryRun: false }, answer: examples.matches },
    },
    async (ctx, { params, body }) => {
      const found = await matchParticipants(ctx, { ...params, dryRun: body.dryRun ?? false });
      const { matches, unmatched, openPlaces } = found;
      const briefs = await showBriefs(ctx, [
        ...matches.flatMap(({ mentor, mentee }) => [mentor, mentee]),
        ...unmatched.map(({ mentee }) => mentee),
        ...openPlaces.map(({ mentor }) => mentor),
      ]);
      return ok(matchBody(found, briefs));
    },
  );
}
