/** An OpenAPI document as read: nothing about it is believed until it was looked at. */
export type Node = { readonly [key: string]: unknown };

/** The document says something this generator does not know: better no SDK than a wrong one. */
export class UnsupportedDocument extends Error {
  override readonly name = "UnsupportedDocument";
  constructor(where: string, what: string) {
    super(`openapi.json, ${where}: ${what}`);
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function nodeAt(value: unknown, where: string): Node {
  if (!isNode(value)) throw new UnsupportedDocument(where, "an object is needed here");
  return value;
}

export function textAt(value: unknown, where: string): string {
  if (typeof value !== "string") throw new UnsupportedDocument(where, "a text is needed here");
  return value;
}

export const optionalText = (value: unknown): string =>
  typeof value === "string" ? value.trim() : "";

/** Follows `$ref` inside the document. */
export function resolve(document: Node, value: unknown, where: string): Node {
  const node = nodeAt(value, where);
  if (node.$ref === undefined) return node;
  const ref = textAt(node.$ref, where);
  if (!ref.startsWith("#/")) {
    throw new UnsupportedDocument(where, `"${ref}" points out of the document: bundle it first`);
  }
  let target: unknown = document;
  for (const step of ref.slice(2).split("/")) {
    const key = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
    target = isNode(target) ? target[key] : undefined;
  }
  if (target === undefined) throw new UnsupportedDocument(where, `"${ref}" points at nothing`);
  return resolve(document, target, ref);
}

/** The name of the component a schema refers to, or null when it is written in place. */
export function schemaName(schema: unknown): string | null {
  if (!isNode(schema) || typeof schema.$ref !== "string") return null;
  return /^#\/components\/schemas\/([^/]+)$/.exec(schema.$ref)?.[1] ?? null;
}

/** Refuses keys that nobody taught this generator; `x-…` may say what it likes. */
export function knownKeys(node: Node, known: readonly string[], where: string): void {
  for (const key of Object.keys(node)) {
    if (!known.includes(key) && !key.startsWith("x-")) {
      throw new UnsupportedDocument(where, `"${key}" is not supported by the SDK generator`);
    }
  }
}
