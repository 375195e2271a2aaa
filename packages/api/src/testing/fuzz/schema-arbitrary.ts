import fc from "fast-check";

/** As much of JSON Schema as the document uses. */
export interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  minProperties?: number;
  maxProperties?: number;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  "x-id"?: string;
}

/** Stands for an id of the tenant that the request will be sent to: `{{person}}`. */
export const placeholder = (kind: string) => `{{${kind}}}`;

const people = ["ext:ada", "ext:grace", "ext:alan", "{{person}}", "{{otherPerson}}"];
const nobodys = ["ext:nobody", "per_01h455vb4pex5vsknk084sn09z", "ext:😀", "ext:%", "ext:a/b"];

/** Values that are valid under a schema, the odd ones included. */
export function schemaArbitrary(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ("const" in schema) return fc.constant(schema.const);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return fc.oneof(...branches.map(schemaArbitrary));
  if (schema.allOf)
    return schemaArbitrary(Object.assign({}, schema, ...schema.allOf, { allOf: undefined }));
  const kind = schema["x-id"];
  if (kind === "person") {
    return fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...people) },
      fc.constantFrom(...nobodys),
    );
  }
  if (kind) return fc.constant(placeholder(kind));
  switch (schema.type) {
    case "object":
      return objectArbitrary(schema);
    case "array":
      return arrayArbitrary(schema);
    case "string":
      return textArbitrary(schema);
    case "integer":
      return fc.oneof(
        fc.integer({ min: schema.minimum ?? -(2 ** 31), max: schema.maximum ?? 2 ** 31 }),
        fc.integer({
          min: schema.minimum ?? 0,
          max: Math.min(schema.maximum ?? 5, (schema.minimum ?? 0) + 5),
        }),
      );
    case "number":
      return fc.double({
        ...(schema.minimum === undefined ? {} : { min: schema.minimum }),
        ...(schema.maximum === undefined ? {} : { max: schema.maximum }),
        noNaN: true,
        noDefaultInfinity: true,
      });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objectArbitrary(schema: Schema): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], minProperties = 0, additionalProperties } = schema;
  const known = fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([key, part]) => [key, schemaArbitrary(part)]),
    ),
    { requiredKeys: required.filter((key) => key in properties), noNullPrototype: true },
  );
  const value =
    typeof additionalProperties === "object"
      ? fc
          .tuple(
            known,
            fc.dictionary(word(64), schemaArbitrary(additionalProperties), { maxKeys: 4 }),
          )
          .map(([own, more]) => ({ ...more, ...own }))
      : known;
  return value.filter((object) => Object.keys(object).length >= minProperties);
}

function arrayArbitrary({ items = {}, minItems = 0, maxItems = 4, uniqueItems }: Schema) {
  const item = schemaArbitrary(items);
  const length = { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 4)) };
  return uniqueItems
    ? fc.uniqueArray(item, { ...length, selector: (value) => JSON.stringify(value) })
    : fc.array(item, length);
}

const pad = (value: number) => String(value).padStart(2, "0");
const date = fc
  .date({ min: new Date("1970-01-02"), max: new Date("2198-12-31"), noInvalidDate: true })
  .map((at) => at.toISOString());
/** Also offsets, fractions and letters as RFC 3339 allows them. */
const time = fc.oneof(
  fc.constantFrom("2026-02-20T12:00:00Z", "2026-03-02T09:30:00.000Z", "1970-01-01T00:00:00Z"),
  date,
  fc
    .tuple(date, fc.constantFrom("+", "-"), fc.nat(23), fc.nat(59))
    .map(([at, sign, hours, minutes]) => at.replace("Z", `${sign}${pad(hours)}:${pad(minutes)}`)),
  date.map((at) => at.replace("Z", "999999999z").replace("T", "t")),
);

const word = (maxLength: number) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: Math.max(1, Math.min(maxLength, 8)) })
    .filter((text) => text.length <= maxLength);

function textArbitrary({ minLength = 0, maxLength = 2_000, pattern, format }: Schema) {
  if (format === "date-time") return time;
  if (format === "date") return date.map((at) => at.slice(0, 10));
  if (format === "email") return fc.emailAddress();
  if (format === "uri") return fc.webUrl();
  if (pattern !== undefined && pattern !== "\\S") {
    return fc.stringMatching(new RegExp(pattern)).filter((text) => text.length <= maxLength);
  }
  const longest = Math.min(maxLength, 40);
  const least = Math.max(minLength, pattern === undefined ? 0 : 1);
  const fits = (text: string) =>
    text.length >= least && text.length <= maxLength && (pattern === undefined || /\S/.test(text));
  return fc
    .oneof(
      {
        weight: 3,
        arbitrary: fc.string({ minLength: least, maxLength: Math.max(least, longest) }),
      },
      {
        weight: 3,
        arbitrary: fc.string({
          unit: "grapheme",
          minLength: least,
          maxLength: Math.max(least, longest),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.string({
          unit: "binary",
          minLength: least,
          maxLength: Math.max(least, longest),
        }),
      },
      { weight: 1, arbitrary: fc.constant("x".repeat(maxLength)) },
      { weight: 1, arbitrary: fc.constant("ﷺ".repeat(maxLength)) },
    )
    .filter(fits);
}
