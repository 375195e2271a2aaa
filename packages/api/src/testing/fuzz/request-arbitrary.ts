import fc from "fast-check";
import { leavesOf, withLeaf } from "../json-document.ts";
import type { Operation, Parameter } from "../operations.ts";
import { hostileBodies, hostileHeaders, hostileJson, hostileText } from "./hostile-values.ts";
import { type Schema, schemaArbitrary } from "./schema-arbitrary.ts";

/** A request but for the ids of the tenant it goes to: `{{person}}` and its like stand for them. */
export interface FuzzRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | Buffer;
  /** Go on from a page with its cursor forged: this in the place of one part of its sort key. */
  forge?: { part: number; value: string | number };
}

/** Requests of an operation: valid ones, and ones with something wrong anywhere. */
export function requestArbitrary(operation: Operation): fc.Arbitrary<FuzzRequest> {
  const { method, path, parameters } = operation;
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  return fc
    .record({
      path: fc.tuple(...inPath.map(parameterArbitrary)),
      query: queryArbitrary(inQuery),
      headers: headersArbitrary(operation),
      body: bodyArbitrary(operation),
      forge: inQuery.some(({ name }) => name === "cursor") ? forgery : fc.constant(undefined),
    })
    .map(({ path: values, query, headers, body, forge }) => {
      const url = inPath.reduce(
        (text, { name }, index) => text.replace(`{${name}}`, () => values[index] ?? ""),
        path,
      );
      return {
        method,
        url: query === "" ? url : `${url}?${query}`,
        headers: { ...(body ? { "content-type": body.type } : {}), ...headers },
        ...(body ? { body: body.bytes } : {}),
        ...(forge ? { forge } : {}),
      };
    });
}

const encoded = (value: unknown): string => encodeURIComponent(String(value).toWellFormed());
const hostile = fc.constantFrom(...hostileText);

const parameterArbitrary = ({ schema }: Parameter): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 9, arbitrary: schemaArbitrary(schema as Schema).map(encoded) },
    { weight: 1, arbitrary: hostile },
  );

function queryArbitrary(parameters: Parameter[]): fc.Arbitrary<string> {
  // Seldom, so that most requests pass the checks; a text that is no cursor is soon seen through.
  const arbitraries = parameters.map((parameter) => {
    const value = parameterArbitrary(parameter).map((text) => [[parameter.name, text]]);
    const absent = { weight: parameter.name === "cursor" ? 20 : 2, arbitrary: fc.constant([]) };
    return parameter.required ? value : fc.oneof(absent, { weight: 1, arbitrary: value });
  });
  const known = fc.tuple(...arbitraries).map((terms) => terms.flat());
  const odd = fc.tuple(fc.constantFrom("limit", "x", "__proto__", "cursor%00", "to[]"), hostile);
  const more = fc.oneof(
    { weight: 19, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(odd, { maxLength: 2 }) },
  );
  return fc
    .tuple(known, more)
    .map(([values, odds]) =>
      [...values, ...odds].map(([name, value]) => `${name}=${value}`).join("&"),
    );
}

const strings = ["", "\0", "\ud800", "per_01h455vb4pex5vsknk084sn02q", "0", "-1", "9".repeat(30)];
const forgery = fc.option(
  fc.record({
    part: fc.nat(3),
    value: fc.oneof(
      fc.constantFrom(...strings, "1e400", "infinity", "x".repeat(600)),
      fc.constantFrom(0, -1, 0.5, 1e15, 1e308, -1e308, 2 ** 53),
      fc.string({ unit: "binary" }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
  }),
  { nil: undefined, freq: 4 },
);

function headersArbitrary(operation: Operation): fc.Arbitrary<Record<string, string>> {
  const takes = operation.parameters.filter((parameter) => parameter.in === "header");
  const known = fc.record(
    Object.fromEntries(
      takes.map(({ name, schema }) => [
        name,
        fc.oneof(schemaArbitrary(schema as Schema).map(headerText), fc.constant("same")),
      ]),
    ),
    { requiredKeys: [] },
  );
  const one = fc
    .constantFrom(...Object.keys(hostileHeaders))
    .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...(hostileHeaders[name] ?? []))));
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant({}) },
    { weight: 2, arbitrary: known as fc.Arbitrary<Record<string, string>> },
    { weight: 1, arbitrary: fc.array(one, { maxLength: 3 }).map(Object.fromEntries) },
  );
}

/** What the HTTP parser would let through to the service: the rest is for raw sockets. */
const headerText = (value: unknown) =>
  String(value)
    .replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, "~")
    .trim();

interface Body {
  type: string;
  bytes: string | Buffer;
}

function bodyArbitrary({
  body,
  bodySchema,
  otherBodies,
}: Operation): fc.Arbitrary<Body | undefined> {
  const junk = fc.oneof(
    fc.constantFrom(...Object.values(hostileBodies)),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  );
  const asJson = (bytes: string | Buffer): Body => ({ type: "application/json", bytes });
  if (body === undefined) {
    return fc.oneof(
      { weight: 19, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: junk.map(asJson) },
    );
  }
  const generated = schemaArbitrary(bodySchema as Schema);
  const valid = fc.oneof(
    generated,
    fc.tuple(fc.constant(body), generated, fc.nat(50)).map(blended),
  );
  const json = fc.oneof(
    { weight: 5, arbitrary: valid.map((value) => JSON.stringify(value)) },
    { weight: 4, arbitrary: mutated(valid) },
  );
  const others = Object.entries(otherBodies).map(([type, { schema }]) => {
    const line = fc.oneof(
      {
        weight: 3,
        arbitrary: schemaArbitrary(schema as Schema).map((value) => JSON.stringify(value)),
      },
      { weight: 1, arbitrary: fc.constantFrom("", "{", "null", "[]", "\ufeff{}", " ") },
    );
    const bytes = fc.array(line, { maxLength: 5 }).map((lines) => lines.join("\n"));
    return { weight: 3, arbitrary: bytes.map((bytes) => ({ type, bytes })) };
  });
  return fc.oneof(
    { weight: 10, arbitrary: json.map(asJson) },
    { weight: 1, arbitrary: junk.map(asJson) },
    ...others,
  );
}

/** The example with one field from the generated document: rules that no schema tells hold more often. */
function blended([example, generated, at]: [unknown, unknown, number]): unknown {
  if (typeof generated !== "object" || generated === null || Array.isArray(generated))
    return example;
  const entries = Object.entries(generated);
  const [key, value] = entries[at % Math.max(1, entries.length)] ?? [];
  return key === undefined ? example : { ...(example as object), [key]: value };
}

const change = fc.record({
  at: fc.nat(1_000),
  how: fc.oneof(
    fc.constantFrom("remove", "repeat", "wrap", "add").map((act) => ({ act, json: "" })),
    fc.constantFrom(...Object.values(hostileJson)).map((json) => ({ act: "put", json })),
  ),
});

/** A document with one to three things wrong; what JSON.stringify could not write goes in as text. */
function mutated(valid: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc
    .tuple(valid, fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([base, changes]) => {
      const raw: string[] = [];
      let value = base;
      for (const { at, how } of changes) {
        const leaves = leavesOf(value);
        const leaf = leaves[at % leaves.length];
        if (!leaf) continue;
        if (how.act === "put") value = withLeaf(value, leaf.path, `@@${raw.push(how.json) - 1}@@`);
        else value = withLeaf(value, leaf.path, changed(how.act, leaf.value));
      }
      const text = JSON.stringify(value) ?? "";
      return text.replaceAll(/"@@(\d)@@"/g, (_, index) => raw[Number(index)] ?? "");
    });
}

function changed(act: string, value: unknown): unknown {
  if (act === "remove") return undefined;
  if (act === "wrap") return [value];
  if (act === "add" && typeof value === "object" && value !== null) return { ...value, extra: 1 };
  return Array.isArray(value) ? [...value, ...value, ...value] : value;
}
