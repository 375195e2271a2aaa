import {
  isNode,
  knownKeys,
  type Node,
  nodeAt,
  optionalText,
  resolve,
  schemaName,
  textAt,
  UnsupportedDocument,
} from "./document.ts";
import { readAnswers, readBody } from "./media.ts";
import type { Answer, Operation } from "./operation.ts";
import { readParameters } from "./parameters.ts";
import { readFailures } from "./problems.ts";

const verbs = ["get", "post", "put", "patch", "delete"] as const;
const pathKeys = [...verbs, "parameters", "summary", "description"];
const operationKeys =
  "operationId tags summary description deprecated parameters requestBody responses security externalDocs".split(
    " ",
  );

/** Every operation of the document by id, sorted, so that the order of routes changes nothing. */
export function readOperations(document: Node): Operation[] {
  if (!/^3\.1\./.test(optionalText(document.openapi))) {
    throw new UnsupportedDocument("openapi", `version 3.1 is needed, not ${document.openapi}`);
  }
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries(nodeAt(document.paths, "paths"))) {
    const pathItem = nodeAt(item, path);
    knownKeys(pathItem, pathKeys, path);
    for (const verb of verbs) {
      const node = pathItem[verb];
      if (node === undefined) continue;
      operations.push(readOperation(document, path, verb, nodeAt(node, path), pathItem.parameters));
    }
  }
  operations.sort((a, b) => (a.id < b.id ? -1 : 1));
  operations.forEach(({ id, path }, index) => {
    if (operations[index - 1]?.id !== id) return;
    throw new UnsupportedDocument(`${path}`, `operationId "${id}" is used twice`);
  });
  return operations;
}

function readOperation(
  document: Node,
  path: string,
  verb: Operation["verb"],
  node: Node,
  shared: unknown,
): Operation {
  const place = `${verb.toUpperCase()} ${path}`;
  knownKeys(node, operationKeys, place);
  const id = textAt(node.operationId, `${place} operationId`);
  const [, resource, method] = /^([a-z][A-Za-z0-9]*)\.([a-z][A-Za-z0-9]*)$/.exec(id) ?? [];
  if (resource === undefined || method === undefined) {
    const what = `operationId "${id}" must be <resource>.<method>, both in camelCase`;
    throw new UnsupportedDocument(place, what);
  }
  const responses = nodeAt(node.responses, `${id} responses`);
  const answers = readAnswers(document, id, responses);
  const parameters = readParameters(document, id, path, [shared, node.parameters]);
  return {
    id,
    resource,
    method,
    verb,
    path,
    summary: optionalText(node.summary),
    description: optionalText(node.description),
    deprecated: node.deprecated === true,
    ...parameters,
    takesIdempotencyKey: verb === "post",
    body: readBody(document, id, node.requestBody),
    answers,
    pageItem: parameters.query.some(({ name }) => name === "cursor")
      ? readPageItem(document, id, responses, answers)
      : null,
    failures: readFailures(document, id, responses),
  };
}

/** A list by cursor answers `{data: [...], nextCursor}`: without both it can't be paged through. */
function readPageItem(
  document: Node,
  id: string,
  responses: Node,
  answers: readonly Answer[],
): string {
  const type = answers[0]?.type;
  const response = resolve(document, responses["200"], `${id} response 200`);
  const content = isNode(response.content) ? response.content["application/json"] : undefined;
  const schema = resolve(document, isNode(content) ? content.schema : {}, `${id} response 200`);
  const properties = isNode(schema.properties) ? schema.properties : {};
  if (!isNode(properties.data) || !isNode(properties.nextCursor) || type === undefined) {
    const what = "takes a cursor, so its 200 must be an object with `data` and `nextCursor`";
    throw new UnsupportedDocument(id, what);
  }
  const data = resolve(document, properties.data, `${id} data`);
  return schemaName(data.items) ?? `${type}["data"][number]`;
}
