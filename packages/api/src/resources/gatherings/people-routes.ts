import type { FastifyInstance } from "fastify";
import { noContent, ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { listAttendees, removeAttendee, setAttendee } from "./attendees.ts";
import * as examples from "./examples.ts";
import { peopleToMeetAt } from "./people-to-meet.ts";
import { recordEncounters } from "./record-encounters.ts";
import {
  AttendeeBody,
  AttendeeInput,
  AttendeePage,
  AttendeeParams,
  AttendeeQuery,
  EncounterInput,
  EncounterResult,
  GatheringParams,
  MeetQuery,
  PeopleToMeetBody,
} from "./schemas.ts";
import { toAttendeeBody, toPeopleToMeet } from "./to-body.ts";

/** Who comes to a gathering, whom to meet there, and who spoke with whom. */
export function gatheringPeopleRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/gatherings/:id/attendees",
      id: "gatherings.listAttendees",
      summary: "List who comes",
      description:
        "In the order of their ids. A member sees those who are going, may come or were there, and of them only people whom they can find: that somebody was asked or said no is not told.",
      scope: "help:read",
      params: GatheringParams,
      query: AttendeeQuery,
      answers: { 200: AttendeePage },
      example: { answer: { data: [examples.attendee], nextCursor: null } },
    },
    async (ctx, { params, query }) => {
      const { data, nextCursor } = await listAttendees(ctx, { ...params, ...query });
      return ok({ data: data.map(toAttendeeBody), nextCursor });
    },
  );

  route(
    app,
    services,
    {
      method: "GET",
      url: "/gatherings/:id/people-to-meet",
      id: "gatherings.peopleToMeet",
      summary: "Whom to meet there, and why",
      description:
        "Of those who come, the people whom `for` is not in contact with, by what they have in common: asks that one could help the other with, goals, people in touch with both, interests, topics, organizations, skills, values. Each with what to begin with. It is told as `for` may see it, to a platform's key too; nobody is listed where either of the two put the tie to rest or it is strained.",
      scope: "help:read",
      params: GatheringParams,
      query: MeetQuery,
      answers: { 200: PeopleToMeetBody },
      example: { answer: examples.peopleToMeet },
    },
    async (ctx, { params, query }) => {
      const { limit = 10 } = query;
      return ok(toPeopleToMeet(await peopleToMeetAt(ctx, { ...params, for: query.for, limit })));
    },
  );

  route(
    app,
    services,
    {
      method: "POST",
      url: "/gatherings/:id/encounters",
      id: "gatherings.recordEncounters",
      summary: "Tell who spoke with whom there",
      description:
        "Records an interaction of type `gathering` of the person with each of the others, once for each pair, dated to its beginning. All of them must be on its list.",
      scope: "interactions:write",
      params: GatheringParams,
      body: EncounterInput,
      changes: ["interaction.recorded"],
      answers: { 200: EncounterResult },
      problems: ["invalid_state"],
      example: {
        body: { by: "ext:ada", with: ["ext:grace"] },
        answer: { recorded: 1, known: 0 },
      },
    },
    async (ctx, { params, body }) => ok(await recordEncounters(ctx, { ...params, ...body })),
  );

  route(
    app,
    services,
    {
      method: "PUT",
      url: "/gatherings/:id/attendees/:person",
      id: "gatherings.setAttendee",
      summary: "Put somebody on the list, or change their answer",
      description:
        "A member answers for themselves, where they find the gathering. `attended` is possible once it has begun.",
      scope: "help:write",
      params: AttendeeParams,
      body: AttendeeInput,
      changes: ["attendance.updated"],
      answers: { 200: AttendeeBody },
      problems: ["invalid_state"],
      example: { body: { response: "going" }, answer: examples.attendee },
    },
    async (ctx, { params, body }) =>
      ok(toAttendeeBody(await setAttendee(ctx, { ...params, ...body }))),
  );

  route(
    app,
    services,
    {
      method: "DELETE",
      url: "/gatherings/:id/attendees/:person",
      id: "gatherings.removeAttendee",
      summary: "Take somebody off the list",
      description: "As if they never were on it. To say no, answer `declined`.",
      scope: "help:write",
      params: AttendeeParams,
      changes: ["attendance.removed"],
      answers: { 204: null },
      example: {},
    },
    async (ctx, { params }) => {
      await removeAttendee(ctx, params);
      return noContent();
    },
  );
}
