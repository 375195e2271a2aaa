/**
 * The closed list of problem codes, with their HTTP status and title.
 * A client can rely on `code`; `detail` is for people and may change.
 */
export const problems = {
  invalid_request: { status: 400, title: "The request is not valid" },
  invalid_json: { status: 400, title: "The body is not valid JSON" },
  invalid_cursor: { status: 400, title: "The cursor is not valid" },
  cursor_expired: { status: 410, title: "What followed the cursor is no longer kept" },
  invalid_id: { status: 400, title: "The id is not valid" },
  malformed_http: { status: 400, title: "The HTTP message is malformed" },
  unauthenticated: { status: 401, title: "A valid API key is required" },
  insufficient_scope: { status: 403, title: "The key lacks the scope" },
  origin_not_allowed: { status: 403, title: "Not from this origin" },
  test_mode_only: { status: 403, title: "Only for test-mode tenants" },
  not_found: { status: 404, title: "Not found" },
  route_not_found: { status: 404, title: "No such route" },
  method_not_allowed: { status: 405, title: "Method not allowed" },
  not_acceptable: { status: 406, title: "Not acceptable" },
  request_timeout: { status: 408, title: "The request took too long to arrive" },
  conflict: { status: 409, title: "Conflict with what is stored" },
  invalid_state: { status: 409, title: "Not possible in this state" },
  external_id_taken: { status: 409, title: "The external id belongs to another person" },
  suppressed: { status: 409, title: "Belonged to an erased person" },
  idempotency_key_reused: { status: 409, title: "Idempotency key used for another request" },
  precondition_failed: { status: 412, title: "Changed since you read it" },
  payload_too_large: { status: 413, title: "The body is too large" },
  uri_too_long: { status: 414, title: "The URL is too long" },
  unsupported_media_type: { status: 415, title: "Unsupported media type" },
  rate_limited: { status: 429, title: "Too many requests" },
  headers_too_large: { status: 431, title: "The headers are too large" },
  internal_error: { status: 500, title: "Something went wrong on our side" },
  unavailable: { status: 503, title: "Temporarily unavailable" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** Where in the request: a JSON pointer into the body, or `?name`, `/path/name`, `header:name`. */
export interface FieldError {
  pointer: string;
  detail: string;
  /** Set where a program can act on the cause. */
  code?: "suppressed";
}

/** Thrown by any layer; the problem plugin turns it into `application/problem+json`. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    detail: string,
    more: { errors?: readonly FieldError[]; headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.code = code;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }

  get status(): number {
    return problems[this.code].status;
  }
}

/** One sentence for every missing thing, so that a hidden one reads the same as one that never was. */
export const notFound = (): Problem =>
  new Problem("not_found", "There is nothing with this id that you may see.");
