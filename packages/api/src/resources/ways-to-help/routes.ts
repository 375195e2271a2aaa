import type { FastifyInstance } from "fastify";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { PersonParams } from "../../http/schemas.ts";
import type { Services } from "../../services.ts";
import * as examples from "./examples.ts";
import { listWays } from "./list-ways.ts";
import { WaysQuery, WaysToHelp } from "./schemas.ts";

export function waysToHelpRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/people/:person/ways-to-help",
      id: "people.waysToHelp",
      summary: "What a person can do for others now",
      description:
        "Open asks and goals that others let them know, milestones to congratulate on, and introductions that wait for their answer: ranked by what this person has to give and how near the others are. Nothing of what anybody gave or got before enters. Of people with whom a tie is strained or at rest nothing is listed, but for an introduction that waits.",
      scope: "help:read",
      params: PersonParams,
      query: WaysQuery,
      answers: { 200: WaysToHelp },
      problems: ["invalid_id", "not_found"],
      example: { answer: examples.ways },
    },
    async (ctx, { params, query }) => ok(await listWays(ctx, { ...params, ...query })),
  );
}
