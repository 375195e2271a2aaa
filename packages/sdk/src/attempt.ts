import createClient from "openapi-fetch";
import { contextOf, errorOf, unreadable } from "./answer.ts";
import type { Call } from "./call.ts";
import { KithConnectionError, type KithError, KithTimeout } from "./errors.ts";
import { headersOf } from "./headers.ts";
import type { Settings } from "./options.ts";
import { type Failure, retryAfterMs } from "./retry.ts";
import type { Runtime } from "./runtime.ts";

export type Attempt =
  | { kind: "success"; data: unknown; response: Response }
  | { kind: "failure"; error: KithError; failure: Failure | null };

/** What `openapi-fetch` is asked for here: the types are those of the generated methods. */
type UntypedRequest = (
  method: string,
  path: string,
  init: Record<string, unknown>,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** Why an attempt was given up, told apart from what `fetch` throws for reasons of its own. */
const tooLate = Symbol("too late");

function causeOf(error: unknown): string {
  const { message, cause } =
    error instanceof Error ? error : { message: String(error), cause: null };
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : null;
  return code === null ? message : `${message}: ${code}`;
}

/** Sends a call once. Throws only what is the caller's: the abort, a mistake, their token's error. */
export async function attempt(
  call: Call,
  settings: Settings,
  runtime: Runtime,
  timeoutMs: number,
  attempts: number,
): Promise<Attempt> {
  const context = contextOf(call, attempts);
  const controller = new AbortController();
  const { signal } = controller;
  const abort = (): void => controller.abort(call.signal?.reason);
  const cancelTimer = runtime.timer(timeoutMs, () => controller.abort(tooLate));
  // Raced, because a `fetch` that was passed in may not listen to the signal.
  const givenUp = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  if (call.signal?.aborted) abort();
  else call.signal?.addEventListener("abort", abort, { once: true });

  let wasSent = false;
  let response: Response | undefined;
  const send = async (): Promise<Attempt> => {
    const headers = await headersOf(call, settings);
    const client = createClient({ baseUrl: settings.baseUrl });
    const answer = await (client.request as unknown as UntypedRequest)(
      call.operation.verb,
      call.url,
      {
        headers,
        signal,
        body: call.body,
        bodySerializer: (body: string) => body,
        parseAs: call.operation.answer === "text" ? "text" : "json",
        // Followed, a POST would turn into a GET without a word.
        redirect: "manual",
        fetch: async (request: Request) => {
          wasSent = true;
          response = await settings.fetch(request);
          return response;
        },
      },
    );
    return judge(call, answer, context, runtime.now());
  };
  const sending = send();
  sending.catch(() => {});
  givenUp.catch(() => {});
  try {
    return await Promise.race([sending, givenUp]);
  } catch (error) {
    if (signal.aborted && signal.reason === tooLate) {
      const failure = { status: null, retryAfterMs: null };
      return { kind: "failure", error: new KithTimeout(timeoutMs, context), failure };
    }
    if (signal.aborted || !wasSent) throw signal.aborted ? signal.reason : error;
    if (response?.ok && error instanceof SyntaxError) {
      return { kind: "failure", error: unreadable(response, context, error), failure: null };
    }
    const message = `could not reach ${settings.baseUrl} (${causeOf(error)})`;
    const failure = { status: null, retryAfterMs: null };
    return { kind: "failure", error: new KithConnectionError(message, context, error), failure };
  } finally {
    cancelTimer();
    call.signal?.removeEventListener("abort", abort);
  }
}

function judge(
  call: Call,
  answer: { data?: unknown; error?: unknown; response: Response },
  context: ReturnType<typeof contextOf>,
  now: number,
): Attempt {
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
