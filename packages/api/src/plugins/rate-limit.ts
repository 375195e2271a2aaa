import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { Problem } from "../errors.ts";

const windowSeconds = 60;

/** So many calls a minute for each key, told in the standard `RateLimit` headers (draft 10). */
export const rateLimitPlugin = fp<{ perMinute: number }>(
  async (app: FastifyInstance, { perMinute }) => {
    if (perMinute === 0) return; // 0 switches it off
    const limiter = new RateLimiterMemory({ points: perMinute, duration: windowSeconds });
    app.addHook("onRequest", async (request, reply) => {
      if (!request.caller) return;
      const used = await limiter
        .consume(`${request.caller.tenantId}:${request.caller.actor.id}`)
        .catch((refused: RateLimiterRes | Error) => refused);
      if (used instanceof Error) throw used;
      const seconds = Math.max(1, Math.ceil(used.msBeforeNext / 1000));
      const left = used.remainingPoints;
      reply.header("ratelimit-policy", `"key";q=${perMinute};w=${windowSeconds}`);
      reply.header("ratelimit", `"key";r=${left};t=${seconds}`);
      if (used.consumedPoints > perMinute) {
        throw new Problem("rate_limited", `Wait ${seconds} s, then try again.`, {
          headers: { "retry-after": String(seconds) },
        });
      }
    });
  },
  { name: "rate-limit", dependencies: ["auth"] },
);
