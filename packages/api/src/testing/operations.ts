import type { FastifyInstance } from "fastify";
import type { Scope } from "../http/scopes.ts";

/** One operation of the OpenAPI document, as far as attacks on it need to know it. */
export interface Operation {
  id: string;
  method: string;
  /** With `{name}` for each path parameter. */
  path: string;
  scope: Scope;
  parameters: Parameter[];
  /** The documented example of the body; undefined when it takes none. */
  body: unknown;
  bodySchema: unknown;
  /** The other media types that the body may have. */
  otherBodies: Record<string, { schema: unknown; example: unknown }>;
  /** Types of the changes it may record; none for one that has a reason; undefined when not said. */
  changes: string[] | undefined;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  schema: Record<string, unknown>;
}

interface Document {
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, unknown> };
}

interface DocumentedOperation {
  operationId: string;
  "x-scope": Scope;
  "x-events"?: string[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: unknown; example: unknown }> };
}

/** Every operation there is, from the document itself: none can be left out. */
export function operationsOf(app: Pick<FastifyInstance, "swagger">): Operation[] {
  const document = app.swagger() as unknown as Document;
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const { "application/json": json, ...others } = operation.requestBody?.content ?? {};
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        scope: operation["x-scope"],
        parameters: operation.parameters ?? [],
        body: json?.example,
        changes: operation["x-events"],
        bodySchema: resolveRefs(document, json?.schema),
        otherBodies: resolveRefs(document, others) as Operation["otherBodies"],
      };
    }),
  );
}

function resolveRefs(document: Document, schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((part) => resolveRefs(document, part));
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref } = schema as { $ref?: string };
  if ($ref) return resolveRefs(document, document.components.schemas[$ref.split("/").at(-1) ?? ""]);
  return Object.fromEntries(
    Object.entries(schema).map(([key, part]) => [key, resolveRefs(document, part)]),
  );
}
