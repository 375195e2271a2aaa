import type { FastifyInstance } from "fastify";
import { ok } from "../../http/reply.ts";
import { route } from "../../http/route.ts";
import { toIso } from "../../http/time.ts";
import type { Services } from "../../services.ts";
import { liftSuppression } from "./lift-suppression.ts";
import { listSuppressions } from "./list-suppressions.ts";
import {
  LiftedSuppression,
  SuppressionPage,
  SuppressionParams,
  SuppressionQuery,
} from "./schemas.ts";

const example = {
  hash: "5f1c0b9e8d7a6c5b4a392817061524334251607f8e9dacbbcad9e8f7061524ab",
  kind: "email",
  createdAt: "2026-03-02T09:30:00.000Z",
};

export function suppressionRoutes(app: FastifyInstance, services: Services): void {
  route(
    app,
    services,
    {
      method: "GET",
      url: "/suppressions",
      id: "suppressions.list",
      summary: "List what must not come back",
      description:
        "Keyed hashes of the identifiers of erased people: whom they belonged to can't be told from them. With `externalId` or `email`, the hash of that identifier, if it is suppressed.",
      scope: "admin",
      query: SuppressionQuery,
      answers: { 200: SuppressionPage },
      example: { answer: { data: [example], nextCursor: null } },
    },
    async (ctx, { query }) => {
      const { data, nextCursor } = await listSuppressions(ctx, query);
      const bodies = data.map(({ createdAt, ...rest }) => ({
        ...rest,
        createdAt: toIso(createdAt),
      }));
      return ok({ data: bodies, nextCursor });
    },
  );

  route(
    app,
    services,
    {
      method: "DELETE",
      url: "/suppressions/:suppression",
      id: "suppressions.lift",
      summary: "Let an erased person come back",
      description:
        "For somebody who returns by their own wish. Lifts the suppression of this identifier and of all that were erased with it; nothing of what was erased comes back by it.",
      scope: "admin",
      params: SuppressionParams,
      changes: ["suppression.lifted"],
      answers: { 200: LiftedSuppression },
      example: { answer: { lifted: 2 } },
    },
    async (ctx, { params }) => ok(await liftSuppression(ctx, params)),
  );
}
