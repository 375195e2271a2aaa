import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import { Problem } from "../../errors.ts";
import type { Services } from "../../services.ts";
import { methods } from "../problem.ts";
import { Instruments } from "./instruments.ts";

/**
 * `/metrics` for Prometheus, for who has the configured token; without a token nothing is counted and
 * the route is not there. Labels are patterns, methods and words of closed lists: never an id, a
 * tenant or anything that a caller chose.
 */
export const metricsPlugin = fp<{ services: Services }>(
  async (app: FastifyInstance, { services: { config, database } }) => {
    if (config.metricsToken === null) return;
    const isToken = sameAs(config.metricsToken);
    const instruments = new Instruments(() => database.stats());

    app.addHook("onResponse", async (request, reply) => {
      const method = methods.includes(request.method) ? request.method : "other";
      const call = { method, route: routeOf(request) };
      instruments.countRequest({ ...call, status: reply.statusCode }, reply.elapsedTime / 1_000);
    });
    app.addHook("preSerialization", async (request, reply, answer) => {
      const isReplayed = reply.hasHeader("idempotency-replayed");
      const { spec } = request.routeOptions.config;
      if (!isReplayed && reply.statusCode < 300 && spec?.id.startsWith("interactions.create")) {
        instruments.countIngest(ingestOf(reply.statusCode, answer));
      }
      return answer;
    });
    app.addHook("onClose", async () => instruments.close());

    app.get("/metrics", { schema: { hide: true } }, async (request, reply) => {
      const token = /^Bearer (\S{1,500})$/i.exec(request.headers.authorization ?? "")?.[1];
      if (token === undefined || !isToken(token)) {
        throw new Problem("unauthenticated", "Send `Authorization: Bearer …` with the token.", {
          headers: { "www-authenticate": 'Bearer realm="metrics"' },
        });
      }
      return reply.type(instruments.contentType).send(await instruments.text());
    });
  },
  { name: "metrics" },
);

/** The pattern of the route, not what stood in its place. */
const routeOf = (request: FastifyRequest): string => request.routeOptions?.url ?? "none";

type Ingest = Record<"created" | "duplicate" | "rejected", number>;

/** What became of the interactions that were sent in, from the answer itself: after the commit. */
function ingestOf(status: number, answer: unknown): Ingest {
  const { created, duplicates, rejected } = answer as Record<string, unknown>;
  if (typeof created !== "number") {
    return { created: status === 201 ? 1 : 0, duplicate: status === 200 ? 1 : 0, rejected: 0 };
  }
  return {
    created,
    duplicate: Number(duplicates),
    rejected: Array.isArray(rejected) ? rejected.length : Number(rejected ?? 0),
  };
}

/** Compares in the same time whatever is given. */
function sameAs(expected: string): (given: string) => boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  const wanted = hash(expected);
  return (given) => timingSafeEqual(hash(given), wanted);
}
