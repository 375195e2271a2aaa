import type { FastifyInstance } from "fastify";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { PersonParams } from "../../http/schemas.ts";
import type { Services } from "../../services.ts";
import { example } from "./examples.ts";
import { findPeopleToMeet } from "./find-people-to-meet.ts";
import { PeopleToMeetBody, PeopleToMeetQuery } from "./schemas.ts";
import { toBody } from "./to-body.ts";

export function peopleToMeetRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/people/:person/people-to-meet",
      id: "people.peopleToMeet",
      summary: "Find new people to meet",
      description:
        "Whom the person could get to know through people they are in contact with, the best reached first, with what the two have in common and a first step. Nobody with whom they have any tie is listed; no way leads over a strained or paused tie, nor through somebody who is not open to introduce or has no room for it. Shown is what the person may see, also when a key asks. Looked at are their 100 strongest ties, and the 100 strongest of each of those people.",
      scope: "ties:read",
      readsByKey: true,
      params: PersonParams,
      query: PeopleToMeetQuery,
      answers: { 200: PeopleToMeetBody },
      example: { answer: example },
    },
    async (ctx, { params, query }) => {
      const found = await findPeopleToMeet(ctx, { ...params, limit: query.limit ?? 10 });
      return ok(toBody(found, { withScore: ctx.actor.kind === "apiKey" }));
    },
  );
}
