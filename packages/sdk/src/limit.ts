import type { Runtime } from "./runtime.ts";

/** Ends an attempt: when its time is over, or when the caller aborts. */
export interface Limit {
  signal: AbortSignal;
  /** Rejects at the end, for what does not listen to the signal (a `fetch` that was passed in). */
  ended: Promise<never>;
  /** It was the time, not the caller. */
  isLate(): boolean;
  /** To be called when the attempt is over: leaves no timer and no listener. */
  release(): void;
}

export function limit(ms: number, caller: AbortSignal | undefined, runtime: Runtime): Limit {
  const controller = new AbortController();
  const { signal } = controller;
  const tooLate = new Error("too late");
  const abort = (): void => controller.abort(caller?.reason);
  const cancel = runtime.timer(ms, () => controller.abort(tooLate));
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  ended.catch(() => {}); // whoever races it hears of it; on its own it is no crash
  if (caller?.aborted) abort();
  else caller?.addEventListener("abort", abort, { once: true });
  return {
    signal,
    ended,
    isLate: () => signal.reason === tooLate,
    release: () => {
      cancel();
      caller?.removeEventListener("abort", abort);
    },
  };
}
