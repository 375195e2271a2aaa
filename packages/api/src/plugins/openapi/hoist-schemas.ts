import type { Document } from "./complete-document.ts";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json } | object;

const data = new Set(["example", "examples", "default", "enum", "const"]);

/**
 * Moves every schema with a title to `components/schemas` and leaves a reference, so that
 * generated clients have a named type for it. Two different schemas under one title are a mistake.
 */
export function hoistSchemas(document: Document): Document {
  const schemas: Record<string, Json> = {};

  function visit(value: Json): Json {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== "object" || value === null) return value;
    const copy = Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key, data.has(key) ? child : visit(child)]),
    );
    const { title } = copy;
    if (typeof title !== "string" || !("type" in copy || "anyOf" in copy)) return copy;
    if (JSON.stringify(schemas[title] ?? copy) !== JSON.stringify(copy)) {
      throw new Error(`two different schemas are titled ${title}`);
    }
    schemas[title] = copy;
    return { $ref: `#/components/schemas/${title}` };
  }

  const paths = visit(document.paths) as Document["paths"];
  const sorted = Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...document, paths, components: { ...document.components, schemas: sorted } };
}
