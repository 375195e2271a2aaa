import { Kith, type KithOptions } from "../index.ts";
import type { Runtime } from "../runtime.ts";

/** What a test's server does with one request. */
export type Handler = (request: Request, attempt: number) => Response | Promise<Response>;

export const json = (value: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(value), {
    ...init,
    headers: { "content-type": "application/json", ...init.headers },
  });

export const problem = (
  status: number,
  code: string,
  headers: Record<string, string> = {},
): Response =>
  json(
    { type: `https://kith.example/problems/${code}`, title: "Title", status, code, errors: [] },
    { status, headers: { "content-type": "application/problem+json", ...headers } },
  );

export interface Fake {
  kith: Kith;
  requests: Request[];
  /** Bodies as sent, one for each request. */
  bodies: string[];
  /** How long the client would have waited before each retry. */
  waits: number[];
  /** Fires the timers that are set, as if their time had passed. */
  fireTimers(): void;
  /** Timers that are set now. */
  timerCount(): number;
  advance(ms: number): void;
}

/** A client whose server is a function, and whose clock stands still unless it waits. */
export function fake(handler: Handler, options: Partial<KithOptions> = {}): Fake {
  const requests: Request[] = [];
  const bodies: string[] = [];
  const waits: number[] = [];
  const timers = new Set<() => void>();
  let now = Date.UTC(2026, 0, 1);
  const runtime: Runtime = {
    now: () => now,
    random: () => 0.5,
    async sleep(ms, signal) {
      waits.push(ms);
      now += ms;
      await Promise.resolve();
      signal?.throwIfAborted();
    },
    timer(_, fire) {
      timers.add(fire);
      return () => timers.delete(fire);
    },
  };
  const kith = new Kith({
    baseUrl: "https://kith.example",
    apiKey: "kith_test_key",
    fetch: async (request: Request) => {
      requests.push(request);
      bodies.push(await request.clone().text());
      return handler(request, requests.length);
    },
    runtime,
    ...options,
  } as KithOptions);
  return {
    kith,
    requests,
    bodies,
    waits,
    fireTimers: () => {
      for (const fire of timers) fire();
    },
    timerCount: () => timers.size,
    advance: (ms) => {
      now += ms;
    },
  };
}

/** A `fetch` that never answers, but listens to its signal as the real one does. */
export const silence: Handler = (request) =>
  new Promise((_, reject) => {
    request.signal.addEventListener("abort", () => reject(request.signal.reason));
  });

/** What a promise rejects with; fails when it does not. */
export async function errorFrom(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("should have been rejected");
}
