import type { Call } from "./call.ts";
import { type CallContext, type KithError, KithProblem, KithUnexpectedResponse } from "./errors.ts";
import type { Problem } from "./generated/types.ts";
import { retryAfterMs } from "./retry.ts";

export const contextOf = (call: Call, attempts: number): CallContext => ({
  operation: call.operation.id,
  attempts,
  idempotencyKey: call.idempotencyKey,
});

export const requestIdOf = (response: Response): string | null =>
  response.headers.get("x-request-id");

function isProblemBody(body: unknown): body is Problem {
  if (typeof body !== "object" || body === null) return false;
  return "code" in body && typeof body.code === "string" && "title" in body;
}

const excerptOf = (body: unknown): string => {
  const text = typeof body === "string" ? body : (JSON.stringify(body) ?? "");
  return text.slice(0, 500);
};

/** An answer that is no success -> the error that says what it is. */
export function errorOf(
  response: Response,
  body: unknown,
  context: CallContext,
  now: number,
): KithError {
  const requestId = requestIdOf(response);
  if (isProblemBody(body)) {
    const about = { response, requestId, retryAfterMs: retryAfterMs(response.headers, now) };
    return new KithProblem(body, about, context);
  }
  const { status } = response;
  const isRedirect = response.type === "opaqueredirect" || (status >= 300 && status < 400);
  const what = isRedirect
    ? "a redirect: is baseUrl the final address (https, host)?"
    : `${status} ${response.statusText}, not a problem of Kith's; a proxy in between?`;
  const about = { response, requestId, excerpt: excerptOf(body) };
  return new KithUnexpectedResponse(`the answer was ${what}`, about, context);
}

/** A success whose body can't be what the operation answers: empty, or no JSON. */
export function unreadable(response: Response, context: CallContext, cause: unknown): KithError {
  const type = response.headers.get("content-type") ?? "no type";
  const about = { response, requestId: requestIdOf(response), excerpt: "" };
  const message = `the answer was ${response.status} with a body (${type}) that is not JSON`;
  return new KithUnexpectedResponse(message, about, context, cause);
}
