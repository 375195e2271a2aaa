import { permissionOf } from "@kith/core";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Static, TSchema } from "typebox";
import type { ChangeType } from "../changes/change-types.ts";
import type { Context } from "../context.ts";
import type { ProblemCode } from "../errors.ts";
import { openContext } from "../plugins/context.ts";
import { once } from "../plugins/idempotency/once.ts";
import { requireOwnSide } from "../plugins/own-side.ts";
import type { Services } from "../services.ts";
import { idempotencyHeaders, ifMatchHeaders } from "./headers.ts";
import type { Reply } from "./reply.ts";
import type { Scope } from "./scopes.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Parsed<S> = S extends TSchema ? Static<S> : undefined;

/** One operation: all that the router, the checks and the OpenAPI document need to know of it. */
export interface RouteSpec<P, Q, B> {
  method: Method;
  /** Below `/v1`, e.g. `/people/:person`. */
  url: string;
  /** `<resource>.<method>`: the SDK's `kith.people.get()`. */
  id: `${string}.${string}`;
  summary: string;
  description: string;
  scope: Scope;
  params?: P;
  query?: Q;
  body?: B;
  /** The schema of each success status; `null` for an empty answer. */
  answers: Record<number, TSchema | null>;
  /** The media type of a success, when it is not JSON. */
  answerType?: string;
  /** Other media types of a success, by content negotiation. */
  otherAnswers?: Record<string, { schema: TSchema; example: string }>;
  /** What a write may record of what it changed; a test compares. */
  changes?: readonly ChangeType[];
  /** Why an operation that is no GET has nothing to record. */
  changesNothing?: string;
  /** All its statements go by keys (a person, pairs, ids): PostgreSQL may keep their plans. */
  readsByKey?: boolean;
  /** Problems of this operation, beside those that every operation has. */
  problems?: readonly ProblemCode[];
  /** Shown in the documentation; checked against the schemas by a test. */
  example: { body?: unknown; answer?: unknown };
  /** Accepts `If-Match`. */
  conditional?: boolean;
  /** Other media types of the body, e.g. NDJSON, with a schema for the document. */
  otherBodies?: Record<string, { schema: TSchema; example: string }>;
  /** The route checks the body itself (item by item); the schema is for the document only. */
  ownBodyCheck?: boolean;
  bodyLimit?: number;
}

export interface Input<P, Q, B> {
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  ifMatch: string | undefined;
  headers: FastifyRequest["headers"];
}

export type Handler<P, Q, B> = (ctx: Context, input: Input<P, Q, B>) => Promise<Reply>;

/** Registers an operation: one transaction, one clock reading, one answer; a POST is idempotent. */
export function route<
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
>(app: FastifyInstance, services: Services, spec: RouteSpec<P, Q, B>, handle: Handler<P, Q, B>) {
  const { method, url, id, scope } = spec;
  const headers = {
    ...(method === "POST" ? idempotencyHeaders : {}),
    ...(spec.conditional ? ifMatchHeaders : {}),
  };
  app.route({
    method,
    url,
    config: { scope, spec: spec as RouteSpec<TSchema, TSchema, TSchema> },
    ...(spec.bodyLimit === undefined ? {} : { bodyLimit: spec.bodyLimit }),
    ...(spec.ownBodyCheck ? { validatorCompiler: acceptBody(app) } : {}),
    schema: {
      operationId: id,
      tags: [id.split(".")[0] ?? id],
      summary: spec.summary,
      description: spec.description,
      security:
        permissionOf(id) === "never" ? [{ apiKey: [] }] : [{ apiKey: [] }, { memberToken: [] }],
      ...(spec.params ? { params: spec.params } : {}),
      querystring: spec.query ?? noQuery,
      ...(spec.body ? { body: spec.body } : {}),
      ...(Object.keys(headers).length > 0
        ? { headers: { type: "object", properties: headers } }
        : {}),
    },
    handler: async (request, reply) => {
      const input = {
        params: request.params,
        query: request.query,
        body: request.body,
        ifMatch: request.headers["if-match"],
        headers: request.headers,
      } as Input<P, Q, B>;
      const { status, body, headers } = await openContext(services, request, async (ctx) => {
        await requireOwnSide(ctx, id, input);
        return method === "POST"
          ? once(ctx, request, () => handle(ctx, input))
          : handle(ctx, input);
      });
      reply.code(status).headers(headers);
      return status === 204 ? reply.send() : body;
    },
  });
}

const noQuery = { type: "object", properties: {}, additionalProperties: false };

/** All of a request but its body is checked as ever. */
const acceptBody =
  (app: FastifyInstance): NonNullable<FastifyInstance["validatorCompiler"]> =>
  (part) =>
    part.httpPart === "body"
      ? (value: unknown) => ({ value })
      : (app.validatorCompiler?.(part) ?? (() => true));

declare module "fastify" {
  interface FastifyContextConfig {
    spec?: RouteSpec<TSchema, TSchema, TSchema>;
  }
}
