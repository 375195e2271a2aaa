import { contextOf, requestIdOf } from "./answer.ts";
import { attempt } from "./attempt.ts";
import { type Call, prepare } from "./call.ts";
import { KithTimeout } from "./errors.ts";
import { KithList } from "./list.ts";
import type { Caller, Operation } from "./operation.ts";
import type { Settings } from "./options.ts";
import { rateLimitOf } from "./rate-limit.ts";
import { KithRequest, type KithResponse } from "./request.ts";
import { isWorthRetrying, waitMs } from "./retry.ts";
import type { Runtime } from "./runtime.ts";

/** Sends a call until it succeeds, can't help, or would end after its deadline. */
async function run(
  call: Call,
  settings: Settings,
  runtime: Runtime,
): Promise<KithResponse<unknown>> {
  const { timeoutMs, deadlineMs, maxRetries } = call.limits;
  const deadline = runtime.now() + deadlineMs;
  for (let attempts = 1; ; attempts++) {
    const left = deadline - runtime.now();
    if (left <= 0) throw new KithTimeout(deadlineMs, contextOf(call, attempts - 1));
    const result = await attempt(call, settings, runtime, Math.min(timeoutMs, left), attempts);
    if (result.kind === "success") {
      const { data, response } = result;
      const { headers } = response;
      return {
        data,
        etag: headers.get("etag"),
        requestId: requestIdOf(response),
        rateLimit: rateLimitOf(headers),
        attempts,
        response,
      };
    }
    const { error, failure } = result;
    if (attempts > maxRetries || failure === null) throw error;
    if (!isWorthRetrying(failure, call.isRepeatable)) throw error;
    const wait = waitMs(failure, attempts, runtime.random);
    if (runtime.now() + wait >= deadline) throw error; // waiting for nothing helps nobody
    await runtime.sleep(wait, call.signal);
  }
}

/** What the generated resources call. */
export function createCaller(settings: Settings, runtime: Runtime): Caller {
  const send = async <T>(
    operation: Operation,
    path: readonly string[],
    body: unknown,
    options: object | undefined,
  ): Promise<KithResponse<T>> => {
    const call = await prepare(operation, path, body, options, settings.limits);
    return (await run(call, settings, runtime)) as KithResponse<T>;
  };
  return {
    request: (operation, path, body, options) =>
      new KithRequest(send(operation, path, body, options)),
    list: (operation, path, body, options) =>
      new KithList((cursor) =>
        send(operation, path, body, cursor === null ? options : { ...options, cursor }),
      ),
  };
}
