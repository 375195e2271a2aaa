import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { DatabaseUnavailable } from "@kith/db";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import { Problem, type ProblemCode, problems } from "../errors.ts";
import { ValidationError } from "../http/validation.ts";
import { problemOfSqlState } from "./problem-of-sqlstate.ts";

/** What Fastify and Node call it -> what we call it. */
const codes: Record<string, { code: ProblemCode; detail: string }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: "payload_too_large", detail: "Send less in one request." },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: "unsupported_media_type",
    detail: "Send `Content-Type: application/json`, or a type that this route documents.",
  },
  FST_ERR_CTP_EMPTY_TYPE: {
    code: "unsupported_media_type",
    detail: "Send a `Content-Type` header with the body.",
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: "malformed_http",
    detail: "The body is not as long as `Content-Length` says.",
  },
  FST_ERR_BAD_URL: { code: "invalid_request", detail: "The path is not a valid URL path." },
  FST_ERR_MAX_PARAM_LENGTH: { code: "uri_too_long", detail: "A part of the path is too long." },
  HPE_HEADER_OVERFLOW: { code: "headers_too_large", detail: "Send fewer or shorter headers." },
  ERR_HTTP_REQUEST_TIMEOUT: { code: "request_timeout", detail: "Send the request faster." },
};

/** Any error -> the problem a client may see. What we did not foresee says nothing of itself. */
function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ValidationError) {
    return new Problem("invalid_request", "Some fields are not valid: see `errors`.", error);
  }
  if (error instanceof DatabaseUnavailable) {
    return new Problem("unavailable", "The database is too busy or away. Try again soon.", {
      headers: { "retry-after": "1" },
    });
  }
  const { code, statusCode } = error as FastifyError;
  const known = codes[code];
  if (known) return new Problem(known.code, known.detail);
  const fromDatabase = problemOfSqlState(error);
  if (fromDatabase) return fromDatabase;
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem("invalid_request", "The request is not valid.");
  }
  return new Problem("internal_error", "We have logged it under this request id.");
}

function body(problem: Problem, publicUrl: string, requestId: string) {
  const { status, title } = problems[problem.code];
  const type = `${publicUrl}/problems/${problem.code}`;
  const { code, message: detail, errors } = problem;
  return { type, title, status, detail, code, requestId, errors };
}

/** What Node refuses before there is a request: answered on the bare socket, in the same form. */
export function clientErrorHandler(publicUrl: string) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const known = codes[error.code ?? ""];
    const problem = known
      ? new Problem(known.code, known.detail)
      : new Problem("malformed_http", "The message could not be read as HTTP/1.1.");
    const text = JSON.stringify(body(problem, publicUrl, crypto.randomUUID()));
    socket.end(
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n` +
        "content-type: application/problem+json; charset=utf-8\r\n" +
        `content-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
    );
  };
}

export const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

export const methodNotAllowed = (allowed: readonly string[]): Problem =>
  new Problem("method_not_allowed", `Use ${allowed.join(", ")} here.`, {
    headers: { allow: allowed.join(", ") },
  });

export interface ProblemOptions {
  publicUrl: string;
}

export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  publicUrl: string,
): FastifyReply {
  const problem = toProblem(error);
  if (problem.status >= 500) request.log.error({ err: error }, "request failed");
  return reply
    .code(problem.status)
    .headers({ "x-request-id": request.id, ...problem.headers })
    .type("application/problem+json; charset=utf-8")
    .serializer((value: unknown) => JSON.stringify(value))
    .send(body(problem, publicUrl, request.id));
}

/** Every answer that is no success is `application/problem+json` with a code of the closed list. */
export const problemPlugin = fp<ProblemOptions>(
  async (app: FastifyInstance, { publicUrl }) => {
    app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, publicUrl));

    // An expectation we don't know may be passed over; Node would refuse it with a bare 417.
    app.server.on("checkExpectation", (request, response) =>
      app.server.emit("request", request, response),
    );

    app.setNotFoundHandler((request, reply) => {
      const error = methods.includes(request.method)
        ? new Problem("route_not_found", "There is no such route. See /openapi.json.")
        : methodNotAllowed(methods);
      return sendProblem(error, request, reply, publicUrl);
    });
  },
  { name: "problem" },
);
