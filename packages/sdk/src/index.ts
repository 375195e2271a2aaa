export {
  isProblem,
  KithConnectionError,
  KithError,
  KithProblem,
  KithTimeout,
  KithUnexpectedResponse,
} from "./errors.ts";
export { type ProblemCode, problemCodes } from "./generated/problems.ts";
export type * from "./generated/resources.ts";
export type { components, operations, paths } from "./generated/schema.ts";
export type * from "./generated/types.ts";
export { Kith } from "./kith.ts";
export type { KithList } from "./list.ts";
export type { Ndjson } from "./ndjson.ts";
export type { KithOptions, RequestOptions } from "./options.ts";
export type { RateLimit } from "./rate-limit.ts";
export type { KithRequest, KithResponse } from "./request.ts";
export type { Runtime } from "./runtime.ts";
