import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import type { Node } from "./document.ts";
import { header } from "./text.ts";

/** The document's types as openapi-typescript writes them. */
export async function emitSchema(document: Node): Promise<string> {
  const tree = await openapiTS(structuredClone(document) as unknown as OpenAPI3, {
    alphabetize: true,
    // A default makes a field of an *input* optional; answers say `required` themselves.
    defaultNonNullable: false,
    silent: true,
  });
  return `${header}\n${astToString(tree)}`;
}
