import assert from "node:assert";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Answer } from "./test-api.ts";

interface Operation {
  responses: Record<string, { description?: string; content?: Record<string, { schema: object }> }>;
}

interface OpenApiDocument {
  paths: Record<string, Record<string, Operation>>;
}

/** The documented operation behind a URL, literal segments before parameters. */
function operationOf(document: OpenApiDocument, method: string, url: string): Operation | null {
  const segments = (url.split("?")[0] ?? "").split("/");
  const matches = Object.keys(document.paths)
    .filter((path) => {
      const parts = path.split("/");
      return (
        parts.length === segments.length &&
        parts.every((part, index) => part.startsWith("{") || part === segments[index])
      );
    })
    .sort((a, b) => a.split("{").length - b.split("{").length);
  const item = document.paths[matches[0] ?? ""];
  return item?.[method.toLowerCase()] ?? null;
}

/**
 * Holds answers against the OpenAPI document: status and code documented, media type right, body
 * valid with no undocumented field. Throws, so that no test can overlook it.
 */
export function responseChecker(given: unknown) {
  const document = given as OpenApiDocument;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "doc", ...(document as object) });
  const compiled = new WeakMap<object, ReturnType<typeof ajv.compile>>();

  const absolute = (schema: unknown): unknown =>
    JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"doc#/'));

  return (method: string, url: string, answer: Answer): void => {
    const operation = operationOf(document, method, url);
    if (!operation) return;
    const name = `${method} ${url} -> ${answer.status}`;
    const response = operation.responses[answer.status];
    assert.ok(response, `${name}: the status is not documented\n${answer.text}`);
    if (!response.content) {
      assert.equal(answer.text, "", `${name}: documented as empty`);
      return;
    }
    const type = (answer.headers["content-type"] ?? "").split(";")[0] ?? "";
    const media = response.content[type];
    assert.ok(media, `${name}: the media type ${type} is not documented`);
    if (!type.endsWith("json")) return;
    if (type === "application/problem+json") {
      const { code } = answer.body as { code: string };
      const documented = response.description?.includes(`\`${code}\``);
      assert.ok(documented, `${name}: the code ${code} is not documented\n${answer.text}`);
    }
    let validate = compiled.get(media);
    if (!validate) {
      validate = ajv.compile(absolute(media.schema) as object);
      compiled.set(media, validate);
    }
    assert.ok(
      validate(answer.body),
      `${name}: ${ajv.errorsText(validate.errors)}\n${answer.text.slice(0, 2000)}`,
    );
  };
}
