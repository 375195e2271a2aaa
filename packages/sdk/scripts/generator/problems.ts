import {
  isNode,
  type Node,
  nodeAt,
  optionalText,
  resolve,
  UnsupportedDocument,
} from "./document.ts";
import type { Failure } from "./operation.ts";
import { header } from "./text.ts";

/** The words a schema allows: `enum`, `const`, or a union of constants. */
function wordsOf(schema: unknown): string[] {
  if (!isNode(schema)) return [];
  const values = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  const unions = [schema.anyOf, schema.oneOf].filter(Array.isArray).flat();
  const own = Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
  return [...own, ...unions.flatMap(wordsOf)];
}

/** The codes that a problem schema can carry, here or in a part of its `allOf`. */
function codesOf(document: Node, value: unknown, where: string): string[] {
  const schema = resolve(document, value, where);
  const parts = Array.isArray(schema.allOf) ? schema.allOf : [];
  const properties = isNode(schema.properties) ? schema.properties : {};
  const own = wordsOf(isNode(properties.code) ? resolve(document, properties.code, where) : null);
  const lists = [own, ...parts.map((part) => codesOf(document, part, where))];
  const given = lists.filter((list) => list.length > 0);
  return given.sort((a, b) => a.length - b.length)[0] ?? []; // the narrowest says the most
}

/** The closed list of problem codes: `components.schemas.Problem.properties.code`. */
export function readProblemCodes(document: Node): string[] {
  const where = "components.schemas.Problem";
  const components = nodeAt(document.components, "components");
  const problem = nodeAt(components.schemas, "components.schemas").Problem;
  const codes = problem === undefined ? [] : codesOf(document, problem, where);
  if (codes.length === 0) throw new UnsupportedDocument(where, "must list every `code` as an enum");
  return codes.toSorted();
}

/** What can go wrong in one operation, with its codes where the document narrows them. */
export function readFailures(document: Node, id: string, responses: Node): Failure[] {
  const all = readProblemCodes(document);
  const failures: Failure[] = [];
  for (const [status, value] of Object.entries(responses)) {
    if (status.startsWith("2")) continue;
    const where = `${id} response ${status}`;
    const response = resolve(document, value, where);
    const types = Object.keys(isNode(response.content) ? response.content : {});
    if (types.length !== 1 || types[0] !== "application/problem+json") {
      throw new UnsupportedDocument(where, "errors must be application/problem+json, nothing else");
    }
    const { schema } = nodeAt(nodeAt(response.content, where)[types[0]], where);
    const codes = codesOf(document, schema, where);
    for (const code of codes) {
      if (!all.includes(code)) {
        throw new UnsupportedDocument(where, `code "${code}" is not in the list of Problem`);
      }
    }
    const narrowed = codes.length < all.length ? codes.toSorted() : [];
    if (status === "default") continue; // "anything else" says nothing of this operation
    failures.push({ status, codes: narrowed, description: optionalText(response.description) });
  }
  return failures.sort((a, b) => (a.status < b.status ? -1 : 1));
}

export function emitProblems(document: Node): string {
  const codes = readProblemCodes(document).map((code) => `  ${JSON.stringify(code)},\n`);
  return `${header}
/** Every problem code this version of the SDK knows, sorted. */
export const problemCodes = [
${codes.join("")}] as const;

/** What \`KithProblem.code\` says; the list is closed for one version of the API. */
export type ProblemCode = (typeof problemCodes)[number];
`;
}
