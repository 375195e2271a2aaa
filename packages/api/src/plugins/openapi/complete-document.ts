import { permissionOf } from "@kith/core";
import type { TSchema } from "typebox";
import { type ProblemCode, problems } from "../../errors.ts";
import type { RouteSpec } from "../../http/route.ts";
import { ProblemSchema } from "../../http/schemas.ts";
import { hoistSchemas, type Json } from "./hoist-schemas.ts";

type Spec = RouteSpec<TSchema, TSchema, TSchema>;

export interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas?: Record<string, Json>; responses?: Record<string, Json> };
}

interface Operation {
  operationId?: string;
  tags?: string[];
  summary?: string;
  description?: string;
  "x-scope"?: string;
  /** Types of the changes that it may record. */
  "x-events"?: string[];
  parameters?: { required?: boolean; schema?: { default?: Json } }[];
  requestBody?: { content: Record<string, Json> };
  responses: Record<string, Json>;
}

const everywhere: readonly ProblemCode[] = [
  "invalid_request",
  "unauthenticated",
  "insufficient_scope",
  "origin_not_allowed",
  "rate_limited",
  "internal_error",
  "unavailable",
];

/** All codes that an operation may answer, from its spec. */
export function problemCodes(spec: Spec): ProblemCode[] {
  return [
    ...everywhere,
    ...(spec.params || isOwnSide(spec) ? (["invalid_id", "not_found"] as const) : []),
    ...(spec.body ? (["invalid_json"] as const) : []),
    ...(spec.method === "GET" ? [] : (["payload_too_large", "unsupported_media_type"] as const)),
    ...(spec.method === "POST" ? (["idempotency_key_reused"] as const) : []),
    ...(spec.conditional ? (["precondition_failed"] as const) : []),
    ...(takesCursor(spec) ? (["invalid_cursor"] as const) : []),
    ...(spec.problems ?? []),
  ];
}

/** Members are held to a person that they name. */
const isOwnSide = ({ id }: Spec): boolean => typeof permissionOf(id) === "object";

const takesCursor = ({ query }: Spec): boolean =>
  "cursor" in ((query as { properties?: object } | undefined)?.properties ?? {});

const problemContent = { "application/problem+json": { schema: ProblemSchema } };

function problemResponses(spec: Spec): Record<string, Json> {
  const byStatus = Map.groupBy(new Set(problemCodes(spec)), (code) => problems[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const code = codes[0] as ProblemCode;
      const example = {
        type: `https://kith.example/problems/${code}`,
        title: problems[code].title,
        status,
        detail: "What was wrong, and what to do.",
        code,
        requestId: "3f0c9a52-6f0e-4f1f-9d0b-5f0b2f4f9a11",
        errors: [],
      };
      const content = { "application/problem+json": { schema: ProblemSchema, example } };
      return [status, { description: codes.map((c) => `\`${c}\``).join(", "), content }];
    }),
  );
}

const successWords: Record<number, string> = { 200: "Done", 201: "Created", 204: "Done; no body" };

function successResponses(spec: Spec): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(spec.answers).map(([status, schema]) => {
      const description = successWords[Number(status)] ?? "Done";
      if (schema === null) return [status, { description }];
      const example = spec.example.answer;
      const headers = {
        "x-request-id": { description: "Names this request.", schema: { type: "string" } },
        ...(spec.conditional
          ? { etag: { description: "The revision, for `If-Match`.", schema: { type: "string" } } }
          : {}),
      };
      const type = spec.answerType ?? "application/json";
      const content = { [type]: { schema, example }, ...(spec.otherAnswers ?? {}) };
      return [status, { description, headers, content }];
    }),
  );
}

function completeOperation(operation: Operation, spec: Spec): void {
  operation["x-scope"] = spec.scope;
  operation.description = `${spec.description}\n\nNeeds the scope \`${spec.scope}\`.`;
  if (spec.changes || spec.changesNothing) operation["x-events"] = [...(spec.changes ?? [])];
  operation.responses = {
    ...successResponses(spec),
    ...problemResponses(spec),
    default: { description: "Any other problem", content: problemContent },
  };
  // What has a default may be left out: the checks fill it in before they ask whether it is there.
  for (const parameter of operation.parameters ?? []) {
    if (parameter.schema && "default" in parameter.schema) parameter.required = false;
  }
  if (!operation.requestBody) return;
  for (const media of Object.values(operation.requestBody.content)) {
    (media as Record<string, Json>).example = spec.example.body as Json;
  }
  Object.assign(operation.requestBody.content, spec.otherBodies ?? {});
  Object.assign(operation.requestBody, { required: true });
}

/** Adds answers, problems and examples to each operation, and names the shared schemas. */
export function completeDocument(document: Document, specs: Map<string, Spec>): Document {
  const complete = structuredClone(document);
  for (const path of Object.values(complete.paths)) {
    for (const operation of Object.values(path)) {
      const spec = specs.get(operation.operationId ?? "");
      if (spec) completeOperation(operation, spec);
    }
  }
  return hoistSchemas(complete);
}
