import type { FastifyInstance } from "fastify";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { listEvents } from "./list-events.ts";
import { EventPage, EventQuery } from "./schemas.ts";

const example = {
  id: "evt_01h455vb4pex5vsknk084sn02q",
  type: "person.updated",
  object: { kind: "person", id: "per_01h455vb4pex5vsknk084sn02q", relatedId: null },
  sequence: 2,
  occurredAt: "2026-03-02T09:30:00.000Z",
  data: { fields: ["headline", "skills"] },
  cursor: "WyJldmVudHMubGlzdCIsIjc0MiIsMTdd",
};

export function eventRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/events",
      id: "events.list",
      summary: "Follow what changes",
      description:
        "Every change, oldest first, thin: what happened to which object, not what it is now. Read to the end (`nextCursor` is `null`), keep the `cursor` of the last event, and go on from there later: nothing is missed, however many write at once, and nothing comes twice. A change shows once everything that began to be written before it has ended, usually at once. Events older than your tenant's `eventRetentionDays` are deleted; a cursor from before is answered with `cursor_expired`. A batch of interactions is one event, with the number of new ones and, up to 100, their ids.",
      scope: "events:read",
      query: EventQuery,
      answers: { 200: EventPage },
      problems: ["invalid_id", "cursor_expired"],
      example: { answer: { data: [example], nextCursor: null } },
    },
    async (ctx, { query }) => ok(await listEvents(ctx, query)),
  );
}
