import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import { decodeUtf8, parseJson, parseUnchecked } from "../http/json.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** SHA-256 of the body as it came, when the request names an idempotency key. */
    bodyHash: Buffer | null;
  }
}

const hashOf = (request: FastifyRequest, bytes: Buffer): Buffer | null =>
  request.headers["idempotency-key"] === undefined
    ? null
    : createHash("sha256").update(bytes).digest();

/** Parses bodies strictly (see http/json.ts). NDJSON stays text: its lines fail one by one. */
export const bodyPlugin = fp(
  async (app: FastifyInstance) => {
    app.decorateRequest("bodyHash", null);
    app.removeAllContentTypeParsers();
    const parsers = {
      "application/json": (text: string, { routeOptions }: FastifyRequest) =>
        routeOptions.config.spec?.ownBodyCheck ? parseUnchecked(text) : parseJson(text),
      "application/x-ndjson": (text: string) => text,
    };
    for (const [mediaType, parse] of Object.entries(parsers)) {
      app.addContentTypeParser(
        mediaType,
        { parseAs: "buffer" },
        async (request: FastifyRequest, bytes: Buffer) => {
          request.bodyHash = hashOf(request, bytes);
          return parse(decodeUtf8(bytes), request);
        },
      );
    }
  },
  { name: "body" },
);
