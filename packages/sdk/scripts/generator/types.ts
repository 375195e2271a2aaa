import { isNode, type Node, nodeAt, optionalText, UnsupportedDocument } from "./document.ts";
import { header, jsDoc } from "./text.ts";

/** Names the SDK exports itself, or that the generated files use for something else. */
const taken =
  /^Kith|Resource$|Options?$|^(Caller|Ndjson|NonNullable|Operation|ProblemCode|Query|RateLimit|Resources|Runtime)$/;

/** Names of component schemas, checked to be good names of exported types. */
export function readSchemaNames(document: Node): string[] {
  const components = isNode(document.components) ? document.components : {};
  const names = Object.keys(nodeAt(components.schemas ?? {}, "components.schemas"));
  for (const name of names) {
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name) || taken.test(name)) {
      const what = "is no usable type name: PascalCase, and not a name of the SDK's own";
      throw new UnsupportedDocument(`components.schemas.${name}`, what);
    }
  }
  return names.toSorted();
}

/** `Person` instead of `components["schemas"]["Person"]`. */
export function emitTypes(document: Node): string {
  const schemas = nodeAt(nodeAt(document.components, "components").schemas, "components.schemas");
  const aliases = readSchemaNames(document).map((name) => {
    const schema = schemas[name];
    const description = isNode(schema) ? optionalText(schema.description) : "";
    return `${jsDoc([description], 0)}export type ${name} = components["schemas"]["${name}"];\n`;
  });
  return `${header}
import type { components } from "./schema.ts";

${aliases.join("")}`;
}
