import type { FastifyInstance } from "fastify";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { PersonParams } from "../../http/schemas.ts";
import type { Services } from "../../services.ts";
import { getReadiness } from "./get-readiness.ts";
import { AskReadinessBody, ReadinessQuery } from "./schemas.ts";
import { toBody } from "./to-body.ts";

const example = {
  person: "per_01h455vb4pex5vsknk084sn02q",
  to: { id: "per_01h455vb4pex5vsknk084sn03r", externalId: "grace", name: "Grace Hopper" },
  kind: "referral" as const,
  ready: false,
  code: "thankFirst" as const,
  reason: "They helped you lately. Say thank you before you ask for a referral.",
  firstSteps: [
    {
      code: "thank" as const,
      text: "Thank Grace Hopper for their help.",
      operation: "interactions.create",
      href: "/v1/interactions",
    },
  ],
  readyFor: ["information" as const],
  at: "2026-03-02T09:30:00.000Z",
};

export function readinessRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/people/:person/ask-readiness",
      id: "people.askReadiness",
      summary: "Before asking: is the tie warm enough, and what comes first?",
      description:
        "By this person's own side alone: how much the two are in touch, thanks and news that are open, their own pause. It says nothing of the other side, who may say no or yes as they like. A weak tie can be asked for information, not for a referral; your tenant may set the rules (`askReadiness`).",
      scope: "help:read",
      readsByKey: true,
      params: PersonParams,
      query: ReadinessQuery,
      answers: { 200: AskReadinessBody },
      example: { answer: example },
    },
    async (ctx, { params, query }) => {
      const { to, kind = "information" } = query;
      return ok(toBody(await getReadiness(ctx, { ...params, to, kind }), ctx.now));
    },
  );
}
