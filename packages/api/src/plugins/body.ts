import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import { Problem } from "../errors.ts";
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

const takesBody = ({ routeOptions: { config } }: FastifyRequest): boolean =>
  config.spec === undefined || config.spec.body !== undefined;

/** Many clients name a media type with every request: only bytes are a body. */
function refuseBody(bytes: Buffer): undefined {
  if (bytes.length === 0) return undefined;
  throw new Problem("invalid_request", "This operation takes no body.", {
    errors: [{ pointer: "", detail: "send no body" }],
  });
}

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
          if (!takesBody(request)) return refuseBody(bytes);
          return parse(decodeUtf8(bytes), request);
        },
      );
    }
  },
  { name: "body" },
);
