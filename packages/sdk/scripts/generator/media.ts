import {
  isNode,
  knownKeys,
  type Node,
  nodeAt,
  resolve,
  schemaName,
  UnsupportedDocument,
} from "./document.ts";
import type { Answer, Body } from "./operation.ts";

const isJson = (type: string): boolean => /^application\/([\w.-]+\+)?json$/.test(type);
const isLines = (type: string): boolean => type === "application/x-ndjson";
const isText = (type: string): boolean =>
  isLines(type) ||
  type === "image/svg+xml" ||
  (type.startsWith("text/") && type !== "text/event-stream");

/** Type of a schema: the component's friendly name, or its place in the generated schema. */
const typeOf = (schema: unknown, place: string): string => schemaName(schema) ?? place;

/** What may be sent: at most one JSON form and one text form, told apart by the argument's type. */
export function readBody(document: Node, id: string, value: unknown): Body | null {
  if (value === undefined) return null;
  const where = `${id} requestBody`;
  const body = resolve(document, value, where);
  knownKeys(body, ["content", "required", "description"], where);
  const content = nodeAt(body.content, where);
  const mediaTypes = Object.keys(content);
  const json = mediaTypes.filter(isJson);
  const text = mediaTypes.filter(isText);
  const other = mediaTypes.filter((type) => !isJson(type) && !isText(type));
  if (other.length > 0 || mediaTypes.length === 0 || json.length > 1 || text.length > 1) {
    const what = `media types ${mediaTypes.join(", ")}: at most one JSON and one text type are supported`;
    throw new UnsupportedDocument(where, what);
  }
  const required = body.required === true;
  const types: string[] = [];
  let item = "unknown";
  if (json[0] !== undefined) {
    const { schema } = nodeAt(content[json[0]], where);
    const place = `operations["${id}"]["requestBody"]`;
    const type = typeOf(schema, `NonNullable<${place}>["content"]["${json[0]}"]`);
    const shape = resolve(document, schema, where);
    const array = isNode(shape.items);
    if (array) item = typeOf(shape.items, `${type}[number]`);
    types.push(array ? `readonly ${item.includes("|") ? `(${item})` : item}[]` : type);
  }
  if (text[0] !== undefined && isLines(text[0])) {
    const { schema } = nodeAt(content[text[0]], where); // of one line, unless it says "string"
    types.push(`Ndjson<${schemaName(schema) ?? item}>`);
  } else if (text[0] !== undefined) {
    types.push("string");
  }
  return { required, type: types.join(" | "), json: json[0] ?? null, text: text[0] ?? null };
}

/** What a success answers: one entry for each media type; statuses of one type are a union. */
export function readAnswers(document: Node, id: string, responses: Node): Answer[] {
  const types = new Map<string, Set<string>>();
  let empty = false;
  const successes = Object.keys(responses).filter((status) => status.startsWith("2"));
  if (successes.length === 0) throw new UnsupportedDocument(id, "no 2xx response is documented");
  for (const status of successes) {
    const where = `${id} response ${status}`;
    if (!/^2\d\d$/.test(status))
      throw new UnsupportedDocument(where, "name one status, not a range");
    const response = resolve(document, responses[status], where);
    const content = isNode(response.content) ? response.content : {};
    if (Object.keys(content).length === 0) empty = true;
    for (const [mediaType, media] of Object.entries(content)) {
      if (!isJson(mediaType) && !isText(mediaType)) {
        throw new UnsupportedDocument(where, `answers of type ${mediaType} are not supported`);
      }
      const place = `operations["${id}"]["responses"][${status}]["content"]["${mediaType}"]`;
      const type = isJson(mediaType) ? typeOf(nodeAt(media, where).schema, place) : "string";
      types.set(mediaType, (types.get(mediaType) ?? new Set()).add(type));
    }
  }
  if (types.size === 0) return [{ kind: "none", mediaType: null, type: "void" }];
  if (empty) throw new UnsupportedDocument(id, "some successes have a body and some have none");
  const answers = [...types].map(([mediaType, set]): Answer => {
    const kind = isJson(mediaType) ? "json" : "text";
    return { kind, mediaType, type: [...set].join(" | ") };
  });
  if (answers.filter(({ kind }) => kind === "json").length > 1) {
    throw new UnsupportedDocument(id, "more than one JSON media type is answered");
  }
  return answers.sort((a, b) => (a.kind < b.kind ? -1 : 1)); // JSON first: it has the plain name
}
