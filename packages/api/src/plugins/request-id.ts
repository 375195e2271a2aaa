import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";
import { Problem } from "../errors.ts";

/** The client's own id when it is harmless in logs and headers, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^[\w.:-]{1,128}$/.test(given) ? given : crypto.randomUUID();
}

export const requestIdPlugin = fp(
  async (app: FastifyInstance) => {
    app.addHook("onRequest", async (request, reply) => {
      reply.header("x-request-id", request.id);
      if (request.headers.host === undefined && request.raw.httpVersion === "1.1") {
        throw new Problem("malformed_http", "HTTP/1.1 needs a Host header.");
      }
    });
  },
  { name: "request-id" },
);
