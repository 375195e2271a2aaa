import assert from "node:assert";
import { prefixes } from "../http/ids.ts";
import { type Fixture, missing, type Replaced } from "./fixture.ts";
import type { Schema } from "./fuzz/schema-arbitrary.ts";
import { leavesOf, withLeaf } from "./json-document.ts";
import type { Operation } from "./operations.ts";

export interface IdPosition {
  name: string;
  kind: keyof Fixture;
  put(id: string): Replaced;
}

/**
 * Every place in an operation where an id can stand, as a way to put another one there: parameters,
 * the documented example of the body and of each line of NDJSON, and what else its schema allows.
 */
export function idPositions(operation: Operation): IdPosition[] {
  const { parameters, body, bodySchema, otherBodies } = operation;
  const inParameters = parameters
    .filter(({ schema }) => schema["x-id"])
    .map(({ name, in: place, schema }) => ({
      name: `${place} ${name}`,
      kind: known(schema["x-id"]),
      put: (id: string) => ({ parameters: { [name]: id } }),
    }));
  const inBody = idsIn(body).map(({ path, kind }) => ({
    name: `body ${path.join("/")}`,
    kind,
    put: (id: string) => ({ body: withLeaf(body, path, id) }),
  }));
  const named = new Set(inBody.map(({ name }) => name));
  const bySchema = idsOf(bodySchema as Schema | undefined)
    .map(({ path, kind }) => ({
      name: `body ${path.join("/")}`,
      kind,
      put: (id: string) => ({ body: withLeaf(body, path, id) }),
    }))
    .filter(({ name }) => !named.has(name) && named.add(name));
  const inLines = Object.entries(otherBodies).flatMap(([mediaType, { example }]) => {
    const lines = String(example).trim().split("\n");
    return lines.flatMap((line, index) =>
      idsIn(JSON.parse(line)).map(({ path, kind }) => ({
        name: `line ${index} ${path.join("/")}`,
        kind,
        put: (id: string) => ({
          mediaType,
          body: lines.with(index, JSON.stringify(withLeaf(JSON.parse(line), path, id))).join("\n"),
        }),
      })),
    );
  });
  return [...inParameters, ...inBody, ...bySchema, ...inLines];
}

interface Place {
  path: string[];
  kind: keyof Fixture;
}

const isId = new RegExp(`^(ext:|(${Object.values(prefixes).join("|")})_)`);

/** Where an example has an id. */
const idsIn = (document: unknown): Place[] =>
  leavesOf(document)
    .filter(({ value }) => typeof value === "string" && isId.test(value))
    .map(({ path, value }) => ({ path, kind: kindOf(String(value)) }));

/** Where a schema allows one: a list stands for its first item. */
function idsOf(schema: Schema | undefined, path: string[] = []): Place[] {
  if (!schema) return [];
  if (schema["x-id"]) return [{ path, kind: known(schema["x-id"]) }];
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [
    ...branches.flatMap((branch) => idsOf(branch, path)),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, part]) =>
      idsOf(part, [...path, key]),
    ),
    ...idsOf(schema.items, [...path, "0"]),
  ];
}

function kindOf(example: string): keyof Fixture {
  const [prefix] = example.split("_");
  return known(Object.entries(prefixes).find(([, value]) => value === prefix)?.[0] ?? "person");
}

function known(kind: unknown): keyof Fixture {
  assert.ok(String(kind) in missing, `the fixture has no ${kind}: add one, and a missing one`);
  return kind as keyof Fixture;
}
