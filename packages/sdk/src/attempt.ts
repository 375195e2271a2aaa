import createClient from "openapi-fetch";
import { contextOf, errorOf, unreadable } from "./answer.ts";
import type { Call } from "./call.ts";
import { type CallContext, KithConnectionError, type KithError, KithTimeout } from "./errors.ts";
import { headersOf } from "./headers.ts";
import { limit } from "./limit.ts";
import type { Settings } from "./options.ts";
import { type Failure, retryAfterMs } from "./retry.ts";
import type { Runtime } from "./runtime.ts";

export type Attempt =
  | { kind: "success"; data: unknown; response: Response }
  | { kind: "failure"; error: KithError; failure: Failure | null };

interface Answer {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** What `openapi-fetch` is asked for here: the types are those of the generated methods. */
type UntypedRequest = (
  method: string,
  path: string,
  init: Record<string, unknown>,
) => Promise<Answer>;

const noAnswer: Failure = { status: null, retryAfterMs: null };

/** Sends a call once. Throws only what is the caller's: the abort, a mistake, their token's error. */
export async function attempt(
  call: Call,
  settings: Settings,
  runtime: Runtime,
  timeoutMs: number,
  attempts: number,
): Promise<Attempt> {
  const context = contextOf(call, attempts);
  const { signal, ended, isLate, release } = limit(timeoutMs, call.signal, runtime);
  const seen: { isSent: boolean; response?: Response } = { isSent: false };
  const fetch = async (request: Request): Promise<Response> => {
    seen.isSent = true;
    seen.response = await settings.fetch(request);
    return seen.response;
  };
  try {
    const answer = await Promise.race([send(call, settings, signal, fetch), ended]);
    return judge(call, answer, context, runtime.now());
  } catch (error) {
    if (isLate()) {
      return { kind: "failure", error: new KithTimeout(timeoutMs, context), failure: noAnswer };
    }
    if (signal.aborted) throw signal.reason;
    if (!seen.isSent) throw error;
    if (seen.response?.ok && error instanceof SyntaxError) {
      return { kind: "failure", error: unreadable(seen.response, context, error), failure: null };
    }
    const message = `could not reach ${settings.baseUrl} (${causeOf(error)})`;
    const unreachable = new KithConnectionError(message, context, error);
    return { kind: "failure", error: unreachable, failure: noAnswer };
  } finally {
    release();
  }
}

async function send(
  call: Call,
  settings: Settings,
  signal: AbortSignal,
  fetch: (request: Request) => Promise<Response>,
): Promise<Answer> {
  const headers = await headersOf(call, settings);
  signal.throwIfAborted(); // given up while the token was fetched: nothing must be sent any more
  const client = createClient({ baseUrl: settings.baseUrl });
  return (client.request as unknown as UntypedRequest)(call.operation.verb, call.url, {
    headers,
    signal,
    fetch,
    body: call.body,
    bodySerializer: (body: string) => body,
    parseAs: call.operation.answer === "text" ? "text" : "json",
    redirect: "manual", // followed, a POST would turn into a GET without a word
  });
}

function judge(call: Call, answer: Answer, context: CallContext, now: number): Attempt {
  const { data, error, response } = answer;
  if (!response.ok) {
    const failure = {
      status: response.status,
      retryAfterMs: retryAfterMs(response.headers, now),
    };
    return { kind: "failure", error: errorOf(response, error, context, now), failure };
  }
  const { answer: kind } = call.operation;
  if (kind === "none") return { kind: "success", data: undefined, response };
  if (kind === "json" && data === undefined) {
    return { kind: "failure", error: unreadable(response, context, undefined), failure: null };
  }
  return { kind: "success", data: kind === "text" ? (data ?? "") : data, response };
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : null;
  return code === null ? error.message : `${error.message}: ${code}`;
}
