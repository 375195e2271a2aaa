import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";
import type { Config } from "../../config.ts";
import type { Actor } from "../../context.ts";
import { Problem } from "../../errors.ts";
import type { Services } from "../../services.ts";
import { CallCounter, type Left, windowMs } from "./call-counter.ts";
import type { Subject } from "./queries.ts";

/**
 * So many calls a minute for each key or member, and for their tenant, whatever process answers;
 * told in the standard `RateLimit` headers (draft 10), the scarcest first.
 */
export const rateLimitPlugin = fp<{ services: Services }>(
  async (app: FastifyInstance, { services: { database, clock, config } }) => {
    const counter = new CallCounter(database);
    app.addHook("onRequest", async ({ caller }, reply) => {
      if (!caller) return;
      const subjects = subjectsOf(caller, config);
      if (subjects.length === 0) return;
      const now = clock.now();
      const { isAllowed, left } = await counter.take(caller.tenantId, subjects, now);
      const seconds = Math.max(1, Math.ceil((windowMs - (now % windowMs)) / 1000));
      left.sort((a, b) => a.remaining - b.remaining);
      const list = (of: (subject: Left) => string) =>
        left.map((subject) => `"${subject.kind}";${of(subject)}`).join(", ");
      reply.header(
        "ratelimit-policy",
        list(({ quota }) => `q=${quota};w=${windowMs / 1000}`),
      );
      reply.header(
        "ratelimit",
        list(({ remaining }) => `r=${remaining};t=${seconds}`),
      );
      if (!isAllowed) throw tooMany(left[0]?.kind ?? "key", seconds);
    });
  },
  { name: "rate-limit", dependencies: ["auth"] },
);

/** Whose calls a request counts among; a quota of 0 counts nothing. */
function subjectsOf(
  { tenantId, actor }: { tenantId: string; actor: Actor },
  config: Config,
): Subject[] {
  const { rateLimitPerMinute, memberRateLimitPerMinute, tenantRateLimitPerMinute } = config;
  const caller: Subject =
    actor.kind === "member"
      ? { kind: "member", id: actor.personId, quota: memberRateLimitPerMinute }
      : { kind: "key", id: actor.id, quota: rateLimitPerMinute };
  const tenant: Subject = { kind: "tenant", id: tenantId, quota: tenantRateLimitPerMinute };
  return [caller, tenant].filter(({ quota }) => quota > 0);
}

const whose = {
  key: "This key",
  member: "This member",
  tenant: "Your tenant, by all of its keys and members,",
};

const tooMany = (kind: Subject["kind"], seconds: number) =>
  new Problem(
    "rate_limited",
    `${whose[kind]} made too many calls. Wait ${seconds} s, then try again.`,
    { headers: { "retry-after": String(seconds) } },
  );
