import type { Node } from "./document.ts";
import { UnsupportedDocument } from "./document.ts";
import type { Answer, Operation } from "./operation.ts";
import { capitalise, header, jsDoc } from "./text.ts";
import { readSchemaNames } from "./types.ts";

/** `people.list` -> `PeopleList`, the stem of the names that belong to one operation. */
const stem = ({ resource, method }: Operation): string => capitalise(resource) + capitalise(method);

const suffixes: Readonly<Record<string, string>> = {
  "image/svg+xml": "Svg",
  "application/x-ndjson": "Ndjson",
  "text/csv": "Csv",
  "text/calendar": "Calendar",
  "text/markdown": "Markdown",
  "text/plain": "Text",
};

function methodName(operation: Operation, answer: Answer): string {
  if (answer === operation.answers[0]) return operation.method;
  const suffix = suffixes[answer.mediaType ?? ""];
  if (suffix !== undefined) return operation.method + suffix;
  throw new UnsupportedDocument(operation.id, `no method name for answers as ${answer.mediaType}`);
}

/** The options type of an operation: what every call takes, and what only this one does. */
function optionsType(operation: Operation): { name: string; declaration: string } {
  const parents = ["RequestOptions"];
  if (operation.takesIfMatch) parents.push("IfMatchOption");
  if (operation.takesIdempotencyKey) parents.push("IdempotencyKeyOption");
  if (operation.query.length > 0) parents.push(`Query<"${operation.id}">`);
  if (parents.length === 1) return { name: "RequestOptions", declaration: "" };
  const name = `${stem(operation)}Options`;
  const doc = `/** Options of \`kith.${operation.id}()\`. */\n`;
  return { name, declaration: `${doc}export interface ${name} extends ${parents.join(", ")} {}\n` };
}

function emitDescriptor(operation: Operation): string {
  const { id, verb, path, body, answers } = operation;
  const fields = {
    id,
    verb: verb.toUpperCase(),
    path,
    pathParameters: operation.pathParameters.map(({ name }) => name),
    query: operation.query.map(({ name }) => name),
    takesIfMatch: operation.takesIfMatch,
    takesIdempotencyKey: operation.takesIdempotencyKey,
    jsonBody: body?.json ?? null,
    textBody: body?.text ?? null,
    answer: answers[0]?.kind,
    accept: answers[0]?.mediaType ?? null,
  };
  const lines = Object.entries(fields).map(
    ([key, value]) => `  ${key}: ${JSON.stringify(value)},\n`,
  );
  return `const ${operation.resource}${capitalise(operation.method)}: Operation = {\n${lines.join("")}};\n`;
}

function emitMethod(operation: Operation, answer: Answer): string {
  const { pathParameters, body, failures, resource, method, pageItem } = operation;
  const options = optionsType(operation);
  const needsOptions = operation.query.some(({ required }) => required);
  const parameters = pathParameters.map(({ name }) => `${name}: string`);
  if (body !== null) {
    const isOptional = !body.required && !needsOptions;
    const type = body.required || isOptional ? body.type : `${body.type} | undefined`;
    parameters.push(`body${isOptional ? "?" : ""}: ${type}`);
  }
  parameters.push(`options${needsOptions ? "" : "?"}: ${options.name}`);
  const path = `[${pathParameters.map(({ name }) => name).join(", ")}]`;
  const isMain = answer === operation.answers[0];
  const constant = resource + capitalise(method);
  const descriptor = isMain
    ? constant
    : `{ ...${constant}, answer: "${answer.kind}", accept: "${answer.mediaType}" }`;
  const isList = pageItem !== null && isMain;
  const result = isList ? `KithList<${pageItem}, ${answer.type}>` : `KithRequest<${answer.type}>`;
  const call = `this.#call.${isList ? "list" : "request"}`;
  const doc = jsDoc(
    [
      operation.summary + (isMain ? "" : ` (as ${answer.mediaType}).`),
      operation.description === operation.summary ? "" : operation.description,
      `\`${operation.verb.toUpperCase()} ${operation.path}\``,
      ...pathParameters.map(({ name, description }) => `@param ${name} ${description}`.trim()),
      ...failures.map(({ status, codes, description }) => {
        const names = codes.map((code) => `\`${code}\``).join(", ");
        return `@throws {KithProblem} ${[status, names].filter(Boolean).join(" ")}: ${description}`;
      }),
      operation.deprecated ? "@deprecated" : "",
    ],
    2,
  );
  return `${doc}  ${methodName(operation, answer)}(${parameters.join(", ")}): ${result} {
    return ${call}(${descriptor}, ${path}, ${body === null ? "undefined" : "body"}, options);
  }
`;
}

function emitResource(resource: string, operations: readonly Operation[]): string {
  const methods = operations.flatMap((operation) =>
    operation.answers.map((answer) => ({ operation, answer, name: methodName(operation, answer) })),
  );
  const names = methods.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined || names.includes("constructor")) {
    throw new UnsupportedDocument(resource, `two methods would be named ${twice ?? "constructor"}`);
  }
  return `${operations.map((operation) => optionsType(operation).declaration).join("")}
${operations.map(emitDescriptor).join("")}
/** \`kith.${resource}\` */
export class ${capitalise(resource)}Resource {
  readonly #call: Caller;

  constructor(call: Caller) {
    this.#call = call;
  }

${methods.map(({ operation, answer }) => emitMethod(operation, answer)).join("\n")}}
`;
}

/** One class for each resource, one method for each operation and media type it answers. */
export function emitResources(document: Node, operations: readonly Operation[]): string {
  const resources = [...new Set(operations.map(({ resource }) => resource))];
  const classes = resources.map((resource) =>
    emitResource(
      resource,
      operations.filter((operation) => operation.resource === resource),
    ),
  );
  const code = classes.join("\n");
  const names = readSchemaNames(document).filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  const options = ["IdempotencyKeyOption", "IfMatchOption", "RequestOptions"];
  const used = (candidates: readonly string[]) => candidates.filter((name) => code.includes(name));
  const query = `type Query<Id extends keyof operations> = NonNullable<
  operations[Id]["parameters"]["query"]
>;
`;
  return `${header}
import type { Caller, Operation } from "../operation.ts";
import type { ${used(options).join(", ")} } from "../options.ts";
${code.includes("Ndjson<") ? 'import type { Ndjson } from "../ndjson.ts";\n' : ""}import type { KithList } from "../list.ts";
import type { KithRequest } from "../request.ts";
import type { operations } from "./schema.ts";
${names.length > 0 ? `import type { ${names.join(", ")} } from "./types.ts";\n` : ""}
${code.includes("Query<") ? query : ""}
${code}
/** Every resource of the API, as \`kith.<resource>\`. */
export class Resources {
${resources.map((name) => `  readonly ${name}: ${capitalise(name)}Resource;\n`).join("")}
  constructor(call: Caller) {
${resources.map((name) => `    this.${name} = new ${capitalise(name)}Resource(call);\n`).join("")}  }
}
`;
}
