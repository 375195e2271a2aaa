import cors from "@fastify/cors";
import Fastify, { type FastifyInstance } from "fastify";
import { validatorCompiler } from "./http/validation.ts";
import { auditSealerPlugin } from "./plugins/audit-sealer.ts";
import { authPlugin } from "./plugins/auth.ts";
import { bodyPlugin } from "./plugins/body.ts";
import { healthPlugin } from "./plugins/health.ts";
import { methodNotAllowedPlugin } from "./plugins/method-not-allowed.ts";
import { metricsPlugin } from "./plugins/metrics/metrics.ts";
import { openapiPlugin } from "./plugins/openapi/openapi.ts";
import { originPlugin } from "./plugins/origin.ts";
import { clientErrorHandler, problemPlugin, sendProblem } from "./plugins/problem.ts";
import { problemPagesPlugin } from "./plugins/problem-pages.ts";
import { rateLimitPlugin } from "./plugins/rate-limit/rate-limit.ts";
import { requestIdOf, requestIdPlugin } from "./plugins/request-id.ts";
import { resources } from "./resources/index.ts";
import type { Services } from "./services.ts";

export interface AppOptions extends Omit<Services, "forgetKeys"> {
  /** Where log lines go, in place of standard output. */
  log?: { write(line: string): void };
}

/** The one composition root: every Fastify option, plugin and route is set here. */
export async function buildApp({ log, ...options }: AppOptions): Promise<FastifyInstance> {
  const services: Services = { ...options, forgetKeys: () => {} };
  const { config } = services;
  const app = Fastify({
    logger:
      config.logLevel === "silent"
        ? false
        : { level: config.logLevel, ...(log ? { stream: log } : {}) },
    genReqId: requestIdOf,
    bodyLimit: 1_048_576,
    // The socket must be given up before the handler is: a slow client is its own fault, not a 503.
    requestTimeout: 60_000,
    // Node would answer a missing Host header itself, and not as a problem: see request-id.ts.
    http: { connectionsCheckingInterval: 5_000, maxHeaderSize: 16_384, requireHostHeader: false },
    clientErrorHandler: clientErrorHandler(config.publicUrl),
    frameworkErrors: (error, request, reply) =>
      sendProblem(error, request as never, reply as never, config.publicUrl) as never,
    routerOptions: { maxParamLength: 1_000 },
    return503OnClosing: true,
    forceCloseConnections: "idle",
  });
  app.setValidatorCompiler(validatorCompiler as never);
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));

  await app.register(requestIdPlugin);
  // Any page may ask: a credential is a header that it must hold itself, never a cookie, and the
  // origin of the request itself is judged once its caller is known (plugins/origin.ts).
  await app.register(cors, {
    origin: "*",
    methods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
    exposedHeaders: [
      "etag",
      "idempotency-replayed",
      "location",
      "ratelimit",
      "ratelimit-policy",
      "retry-after",
      "x-request-id",
    ],
    maxAge: 86_400,
    strictPreflight: false, // it would answer an OPTIONS that is no preflight with bare text
  });
  await app.register(problemPlugin, { publicUrl: config.publicUrl });
  await app.register(methodNotAllowedPlugin);
  await app.register(metricsPlugin, { services });
  await app.register(bodyPlugin);
  await app.register(authPlugin, { services });
  await app.register(auditSealerPlugin, { services });
  await app.register(rateLimitPlugin, { services });
  await app.register(originPlugin, { publicUrl: config.publicUrl });
  await app.register(openapiPlugin);
  await app.register(healthPlugin, { services });
  await app.register(problemPagesPlugin);
  await app.register(
    async (v1) => {
      for (const register of resources) register(v1, services);
    },
    { prefix: "/v1" },
  );
  app.addHook("onSend", async (_request, reply) => {
    reply.header("x-content-type-options", "nosniff");
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });
  app.refuseOtherMethods();
  return app;
}
