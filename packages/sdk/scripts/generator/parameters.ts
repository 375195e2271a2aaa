import {
  knownKeys,
  type Node,
  optionalText,
  resolve,
  textAt,
  UnsupportedDocument,
} from "./document.ts";
import type { Operation, PathParameter, QueryParameter } from "./operation.ts";

/** Names that the options object of every method keeps for itself. */
const reserved = "ifMatch idempotencyKey signal timeoutMs deadlineMs maxRetries headers".split(" ");
/** Headers the runtime sends by itself or that `options.headers` can carry. */
const implied = ["idempotency-key", "x-request-id", "authorization", "accept"];
const parameterKeys =
  "name in required description schema deprecated example examples style explode".split(" ");

type Parameters = Pick<Operation, "pathParameters" | "query" | "takesIfMatch">;

/** Path parameters in path order, query parameters, and which header options there are. */
export function readParameters(
  document: Node,
  id: string,
  path: string,
  lists: readonly unknown[],
): Parameters {
  const found = new Map<string, PathParameter>();
  const query: QueryParameter[] = [];
  let takesIfMatch = false;
  for (const value of lists.flatMap((list) => (Array.isArray(list) ? list : []))) {
    const node = resolve(document, value, `${id} parameters`);
    const name = textAt(node.name, `${id} parameter`);
    const where = `${id} parameter ${name}`;
    knownKeys(node, parameterKeys, where);
    refuseStyles(document, node, where);
    if (node.in === "path") {
      found.set(name, { name, description: optionalText(node.description) });
    } else if (node.in === "query") {
      if (reserved.includes(name)) {
        throw new UnsupportedDocument(where, "has the name of an SDK option: rename it in the API");
      }
      refuseNeedless(document, node, where);
      query.push({ name, required: node.required === true });
    } else if (node.in === "header" && name.toLowerCase() === "if-match") {
      takesIfMatch = true;
    } else if (node.in !== "header" || !implied.includes(name.toLowerCase())) {
      throw new UnsupportedDocument(where, `${node.in} parameters like this are not supported`);
    }
  }
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
  const pathParameters = names.map((name) => {
    const parameter = found.get(name);
    if (parameter === undefined || !/^[a-z][A-Za-z0-9]*$/.test(name)) {
      throw new UnsupportedDocument(id, `path parameter "{${name}}" of ${path} is not described`);
    }
    return parameter;
  });
  if (found.size > names.length) {
    throw new UnsupportedDocument(id, `describes a path parameter that ${path} does not have`);
  }
  return { pathParameters, query, takesIfMatch };
}

/** A method would have to ask its caller for what the server knows, or for a page before the first. */
function refuseNeedless(document: Node, node: Node, where: string): void {
  const hasDefault = resolve(document, node.schema, where).default !== undefined;
  if (node.required === true && (hasDefault || node.name === "cursor")) {
    throw new UnsupportedDocument(where, "can be left out, so it must not be `required`");
  }
}

/** The runtime writes OpenAPI's default forms: plain values, and arrays as repeated `name=value`. */
function refuseStyles(document: Node, node: Node, where: string): void {
  const style = node.in === "query" ? "form" : "simple";
  const { type } = resolve(document, node.schema, where);
  if ((node.style ?? style) !== style || (node.in === "query" && node.explode === false)) {
    throw new UnsupportedDocument(where, "only the default style of parameters is supported");
  }
  if (type === "object" || (type === "array" && node.in !== "query")) {
    throw new UnsupportedDocument(where, `a parameter of type ${type} is not supported here`);
  }
}
