import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import type { FastifySchemaCompiler } from "fastify";
import type { TSchema } from "typebox";
import type { FieldError } from "../errors.ts";
import { checkValue, escapePointer } from "./json.ts";

const maxErrors = 20;

/** No coercion, no removal: what the client sent is what is judged. Defaults stand in queries only. */
const ajv = new Ajv({
  allErrors: true,
  coerceTypes: false,
  removeAdditional: false,
  useDefaults: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  verbose: true,
});
ajv.addVocabulary(["x-id"]); // says what an id names; nothing to validate
addFormats.default(ajv, ["date", "uri", "email"]);
const fullFormats = new Ajv();
addFormats.default(fullFormats, ["date-time"]);
const rfc3339 = fullFormats.compile({ type: "string", format: "date-time" });
ajv.addFormat("date-time", (text) => {
  if (!rfc3339(text)) return false;
  const at = Date.parse(text);
  return at >= 0 && at < 7_258_118_400_000; // 1970 to 2199: outside it, it is a mistake of units
});

const words: Record<string, (error: ErrorObject) => string> = {
  additionalProperties: (e) => `unknown field "${e.params.additionalProperty}"`,
  required: (e) => `"${e.params.missingProperty}" is required`,
  enum: (e) => `must be one of ${e.params.allowedValues.join(", ")}`,
  const: (e) => `must be ${JSON.stringify(e.params.allowedValue)}`,
  format: (e) =>
    e.params.format === "date-time"
      ? "must be an RFC 3339 time with offset, from 1970 to 2199"
      : `must be a valid ${e.params.format}`,
};

function toFieldError(error: ErrorObject, base: string): FieldError {
  const key = error.params.additionalProperty ?? error.params.missingProperty;
  const path = error.instancePath + (key === undefined ? "" : `/${escapePointer(String(key))}`);
  const pointer = base === "" ? path : base + path.slice(1);
  return { pointer, detail: words[error.keyword]?.(error) ?? error.message ?? "is not valid" };
}

/** Says the best of what went wrong: a failed `anyOf` is one sentence, not one for each branch. */
export function fieldErrors(errors: readonly ErrorObject[], base: string): FieldError[] {
  const unions = new Set(
    errors.filter((e) => e.keyword === "anyOf").map((e) => e.schemaPath.replace(/\/anyOf$/, "")),
  );
  const inUnion = (e: ErrorObject) =>
    [...unions].some((path) => e.schemaPath.startsWith(`${path}/anyOf/`) && e.keyword === "type");
  const told = errors.filter((e) => !inUnion(e));
  const precise = told.filter((e) => e.keyword !== "anyOf");
  return (precise.length > 0 ? precise : told)
    .slice(0, maxErrors)
    .map((e) => toFieldError(e, base));
}

const places: Record<string, string> = {
  body: "",
  querystring: "?",
  params: "/path/",
  headers: "header:",
};

export class ValidationError extends Error {
  readonly errors: FieldError[];
  constructor(errors: FieldError[]) {
    super("invalid");
    this.errors = errors;
  }
}

const compiled = new WeakMap<TSchema, ValidateFunction>();

function validatorOf(schema: TSchema): ValidateFunction {
  let validate = compiled.get(schema);
  if (!validate) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  return validate;
}

/** The errors of a value under a schema, with pointers that begin with `base`; empty when valid. */
export function check(schema: TSchema, value: unknown, base = ""): FieldError[] {
  const validate = validatorOf(schema);
  return validate(value) ? [] : fieldErrors(validate.errors ?? [], base);
}

/** URL parameters are text: exact integers and booleans become what the schema says, nothing else. */
function parseText(schema: TSchema, input: Record<string, unknown>): Record<string, unknown> {
  const properties =
    (schema as { properties?: Record<string, { type?: string }> }).properties ?? {};
  const output: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    const type = properties[name]?.type;
    const text = typeof value === "string" ? value : null;
    if (type === "integer" && text !== null && /^-?(0|[1-9]\d{0,14})$/.test(text)) {
      output[name] = Number(text);
    } else if (type === "number" && text !== null && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) {
      output[name] = Number(text);
    } else if (type === "boolean" && (text === "true" || text === "false")) {
      output[name] = text === "true";
    } else {
      output[name] = value;
    }
  }
  return output;
}

export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const part = httpPart ?? "body";
  const base = places[part] ?? "";
  return (input: unknown) => {
    let value = input;
    if (part === "querystring" || part === "params") {
      checkValue(input);
      value = parseText(schema, input as Record<string, unknown>);
    }
    const errors = check(schema, value, base);
    return errors.length > 0 ? { error: new ValidationError(errors) } : { value };
  };
};
