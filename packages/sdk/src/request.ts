import type { RateLimit } from "./rate-limit.ts";

/** A result with what its answer said beside the body. */
export interface KithResponse<T> {
  data: T;
  /** Pass it as `ifMatch` when you change the thing. */
  etag: string | null;
  requestId: string | null;
  rateLimit: RateLimit | null;
  /** How often the request was sent. */
  attempts: number;
  /** For its status and headers; its body has been read. */
  response: Response;
}

/** A call under way: await it for its result, or `.withResponse()` for ETag and the like too. */
export class KithRequest<T> implements Promise<T> {
  readonly #answer: Promise<KithResponse<T>>;

  constructor(answer: Promise<KithResponse<T>>) {
    this.#answer = answer;
  }

  withResponse(): Promise<KithResponse<T>> {
    return this.#answer;
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaitable is what this class is for
  then<A = T, B = never>(
    onResult?: ((value: T) => A | PromiseLike<A>) | null,
    onError?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#answer.then(({ data }) => data).then(onResult, onError);
  }

  catch<B = never>(onError?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(null, onError);
  }

  finally(onEnd?: (() => void) | null): Promise<T> {
    return this.#answer.then(({ data }) => data).finally(onEnd);
  }

  get [Symbol.toStringTag](): string {
    return "KithRequest";
  }
}
