import type { FastifyInstance } from "fastify";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { PersonParams } from "../../http/schemas.ts";
import { fromIso } from "../../http/time.ts";
import type { Services } from "../../services.ts";
import { healthExample } from "./examples.ts";
import { getHealth } from "./get-health.ts";
import { HealthBody, HealthQuery } from "./schemas.ts";
import { toHealthBody } from "./to-body.ts";

export function healthRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/people/:person/health",
      id: "health.get",
      summary: "Look at how a person's network is doing",
      description:
        "The reality check: eight dimensions, each with a value, a gentle word, a reason, where it is going against the person's own past, and at most three next steps with what to call. It describes what is on record, compares nobody with others, and says so where that is too little. A moment in the past reads as it would have then; declared roles and contexts, skills and interests are those of today. Names in it are shown as the person may see them, whoever asks.",
      scope: "ties:read",
      params: PersonParams,
      query: HealthQuery,
      answers: { 200: HealthBody },
      example: { answer: healthExample },
    },
    async (ctx, { params, query }) => {
      const at = query.at === undefined ? undefined : fromIso(query.at);
      return ok(toHealthBody(await getHealth(ctx, { ...params, at })));
    },
  );
}
