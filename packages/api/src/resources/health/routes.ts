import type { FastifyInstance } from "fastify";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { PersonParams } from "../../http/schemas.ts";
import { fromIso } from "../../http/time.ts";
import type { Services } from "../../services.ts";
import { healthExample, overviewExample } from "./examples.ts";
import { getHealth } from "./get-health.ts";
import { getOverview } from "./get-overview.ts";
import { HealthBody, HealthQuery, OverviewBody, OverviewQuery } from "./schemas.ts";
import { toHealthBody, toOverviewBody } from "./to-body.ts";

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

  route(
    app,
    services,
    {
      method: "GET",
      url: "/health-overview",
      id: "health.overview",
      summary: "Look at how the networks of all your people are doing",
      description:
        "Figures about many, from which nothing about any one person can be derived: how many are in which band, and the middle of the values, of all and, if asked for, by organization. Everybody counts in one group; a group of fewer than ten joins everybody else, and takes another with it where these would be too few; shares are rounded and never none or all; the figures of all are made from those of the groups, so there is nothing to subtract. It is of the last midnight (UTC), from at most 200 people who are always the same ones, each by up to 300 of their strongest ties. What changes over days, or who joins a group, is not hidden from somebody who watches closely: keep it for whoever may know it.",
      scope: "ties:read",
      query: OverviewQuery,
      answers: { 200: OverviewBody },
      example: { answer: overviewExample },
    },
    async (ctx, { query }) =>
      ok(toOverviewBody(await getOverview(ctx), query.groupBy !== undefined)),
  );
}
