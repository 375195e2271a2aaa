import { isNdjson, ndjsonText } from "./ndjson.ts";
import type { Operation } from "./operation.ts";
import { type CallOptions, type Limits, limitsOf } from "./options.ts";
import { newUuid } from "./runtime.ts";
import { pathOf, queryOf } from "./url.ts";

/** One call, with everything that stays the same however often it is sent. */
export interface Call {
  operation: Operation;
  url: string;
  body: string | undefined;
  contentType: string | null;
  idempotencyKey: string | null;
  ifMatch: string | null;
  headers: Readonly<Record<string, string | null>>;
  signal: AbortSignal | undefined;
  limits: Limits;
  /** Sending it twice does no more than sending it once. */
  isRepeatable: boolean;
}

/** Options that are no query parameters. */
const common = ["signal", "timeoutMs", "deadlineMs", "maxRetries", "headers"];

/** An option nobody knows is a mistake: ignoring it would answer another question. */
function checkNames(operation: Operation, options: object): void {
  const known = [
    ...operation.query,
    ...(operation.takesIfMatch ? ["ifMatch"] : []),
    ...(operation.takesIdempotencyKey ? ["idempotencyKey"] : []),
    ...common,
  ];
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new TypeError(`there is no option "${unknown}"; there are ${known.join(", ")}`);
}

async function bodyOf(operation: Operation, body: unknown) {
  const { jsonBody, textBody } = operation;
  if (body === undefined) return { body: undefined, contentType: null };
  if (textBody !== null && (isNdjson(body) || jsonBody === null)) {
    if (!isNdjson(body)) throw new TypeError(`body must be a text of type ${textBody}`);
    return { body: await ndjsonText(body), contentType: textBody };
  }
  return { body: JSON.stringify(body), contentType: jsonBody };
}

/** Checks and writes out a call once, so that every attempt sends the same bytes and key. */
export async function prepare(
  operation: Operation,
  path: readonly string[],
  body: unknown,
  given: object | undefined,
  defaults: Limits,
): Promise<Call> {
  try {
    const options: CallOptions & Record<string, unknown> = { ...given };
    checkNames(operation, options);
    const { query, pathParameters, verb } = operation;
    const values = pathParameters.map((name, index) => [name, path[index]]);
    const search = queryOf(Object.fromEntries(query.map((name) => [name, options[name]])));
    return {
      operation,
      url: pathOf(operation.path, Object.fromEntries(values)) + (search && `?${search}`),
      ...(await bodyOf(operation, body)),
      idempotencyKey: operation.takesIdempotencyKey ? (options.idempotencyKey ?? newUuid()) : null,
      ifMatch: options.ifMatch ?? null,
      headers: options.headers ?? {},
      signal: options.signal,
      limits: limitsOf(options, defaults),
      // After a write whose answer was lost, the same If-Match would say "changed since".
      isRepeatable:
        operation.takesIdempotencyKey ||
        (["GET", "PUT", "DELETE"].includes(verb) && options.ifMatch === undefined),
    };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new TypeError(`kith.${operation.id}: ${error.message}`, { cause: error });
  }
}
