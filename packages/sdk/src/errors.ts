import type { ProblemCode } from "./generated/problems.ts";
import type { Problem } from "./generated/types.ts";

/** What every error knows of the call that failed. */
export interface CallContext {
  /** `people.get` */
  operation: string;
  /** How often it was sent. */
  attempts: number;
  /** Calling again with this key can't write twice. */
  idempotencyKey: string | null;
}

/** Everything the SDK throws about a call, except your own signal's reason. */
export class KithError extends Error {
  override readonly name: string = "KithError";
  readonly operation: string;
  readonly attempts: number;
  readonly idempotencyKey: string | null;

  constructor(message: string, context: CallContext, cause?: unknown) {
    super(`${context.operation}: ${message}`, cause === undefined ? undefined : { cause });
    this.operation = context.operation;
    this.attempts = context.attempts;
    this.idempotencyKey = context.idempotencyKey;
  }
}

/** Kith answered with a problem (RFC 9457). `code` is for programs, `detail` for people. */
export class KithProblem<
  Code extends string = ProblemCode | (string & Record<never, never>),
> extends KithError {
  override readonly name = "KithProblem";
  readonly code: Code;
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly detail: string | null;
  readonly requestId: string | null;
  /** Which parts of the request were wrong. */
  readonly errors: readonly { pointer: string; detail: string }[];
  /** What `Retry-After` asked for. */
  readonly retryAfterMs: number | null;
  readonly response: Response;

  constructor(
    problem: Partial<Problem> & { code: Code; title: string },
    about: { response: Response; requestId: string | null; retryAfterMs: number | null },
    context: CallContext,
  ) {
    const errors = Array.isArray(problem.errors) ? problem.errors : [];
    const places = errors.slice(0, 3).map(({ pointer, detail }) => `${pointer}: ${detail}`);
    const { status } = about.response;
    const sentence = [problem.detail || problem.title, ...places].join("; ");
    super(`${status} ${problem.code}: ${sentence}`, context);
    this.code = problem.code;
    this.status = status;
    this.type = problem.type ?? "about:blank";
    this.title = problem.title;
    this.detail = problem.detail ?? null;
    this.requestId = problem.requestId ?? about.requestId;
    this.errors = errors;
    this.retryAfterMs = about.retryAfterMs;
    this.response = about.response;
  }
}

/** Something answered, but not as Kith does: a proxy's error page, a redirect, broken JSON. */
export class KithUnexpectedResponse extends KithError {
  override readonly name = "KithUnexpectedResponse";
  readonly status: number;
  readonly requestId: string | null;
  /** The beginning of the body, where it could be read. */
  readonly excerpt: string;
  readonly response: Response;

  constructor(
    message: string,
    about: { response: Response; requestId: string | null; excerpt: string },
    context: CallContext,
    cause?: unknown,
  ) {
    super(message, context, cause);
    this.status = about.response.status;
    this.requestId = about.requestId;
    this.excerpt = about.excerpt;
    this.response = about.response;
  }
}

/** No whole answer in time. A write may or may not have happened. */
export class KithTimeout extends KithError {
  override readonly name = "KithTimeout";
  readonly timeoutMs: number;

  constructor(timeoutMs: number, context: CallContext) {
    super(`no answer within ${timeoutMs} ms`, context);
    this.timeoutMs = timeoutMs;
  }
}

/** Kith could not be reached, or the connection broke. A write may or may not have happened. */
export class KithConnectionError extends KithError {
  override readonly name = "KithConnectionError";
}

/** Whether an error is a problem, of one of these codes if any are given. */
export function isProblem<Code extends ProblemCode = ProblemCode>(
  error: unknown,
  ...codes: readonly Code[]
): error is KithProblem<Code> {
  if (!(error instanceof KithProblem)) return false;
  return codes.length === 0 || (codes as readonly string[]).includes(error.code);
}
