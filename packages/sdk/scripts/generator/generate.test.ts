import { readFileSync, writeFileSync } from "node:fs";
import t from "tap";
import { generate, UnsupportedDocument } from "./index.ts";

const fixture = (name: string) => new URL(`fixtures/${name}`, import.meta.url);
const small = readFileSync(fixture("small.json"), "utf8");

/** Golden files end in .txt: they import from beside src, and are no part of the program. */
t.test("a small document gives the files that were looked at", async (t) => {
  for (const [name, text] of Object.entries(await generate(JSON.parse(small)))) {
    const golden = fixture(`${name}.txt`);
    if (process.env.TAP_SNAPSHOT === "1") writeFileSync(golden, text);
    t.equal(text, readFileSync(golden, "utf8"), name);
  }
});

t.test("the order of paths, methods and parameters' places changes nothing", async (t) => {
  const document = JSON.parse(small);
  document.paths = Object.fromEntries(Object.entries(document.paths).toReversed());
  const { schemas } = document.components;
  document.components.schemas = Object.fromEntries(Object.entries(schemas).toReversed());
  t.same(await generate(document), await generate(JSON.parse(small)));
});

type Paths = Record<string, Record<string, Record<string, unknown>>>;
interface Document {
  openapi: string;
  paths: Paths;
  components: { schemas: Record<string, unknown> };
}
type Change = (get: Record<string, unknown>, document: Document) => void;

const parameter = (extra: object): Change => {
  return (get) => {
    get.parameters = [{ name: "x", in: "query", schema: { type: "string" }, ...extra }];
  };
};
const response = (status: string, content: object): Change => {
  return (get) => {
    get.responses = { 200: { description: "" }, [status]: { description: "", content } };
  };
};
const requestBody = (content: object): Change => {
  return (get) => {
    get.requestBody = { content };
  };
};
const operationId = (id: string | undefined): Change => {
  return (get) => {
    get.operationId = id;
  };
};
const schema = { type: "string" };

const unknown: Record<string, { change: Change; message: RegExp }> = {
  "another version of OpenAPI": {
    change: (_, document) => {
      document.openapi = "3.0.3";
    },
    message: /version 3\.1 is needed/,
  },
  "no operation id": { change: operationId(undefined), message: /GET \/v1\/shelves.*operationId/ },
  "an operation id of one part": { change: operationId("boxes"), message: /<resource>\.<method>/ },
  "an operation id in kebab-case": { change: operationId("boxes.get-all"), message: /camelCase/ },
  "an operation id used twice": { change: operationId("boxes.list"), message: /used twice/ },
  "a method named constructor": { change: operationId("boxes.constructor"), message: /named/ },
  "an unknown verb": {
    change: (_, document) => {
      document.paths["/v1/boxes"] = { trace: {} };
    },
    message: /"trace" is not supported/,
  },
  "an unknown key of an operation": {
    change: (get) => {
      get.callbacks = {};
    },
    message: /"callbacks" is not supported/,
  },
  "a cookie": { change: parameter({ in: "cookie" }), message: /cookie parameters/ },
  "an unknown header": { change: parameter({ in: "header" }), message: /header parameters/ },
  "a query object": { change: parameter({ schema: { type: "object" } }), message: /type object/ },
  "a style": { change: parameter({ style: "pipeDelimited" }), message: /default style/ },
  "an array with commas": { change: parameter({ explode: false }), message: /default style/ },
  "a parameter as JSON": { change: parameter({ content: {} }), message: /"content" is not/ },
  "a parameter named as an option": { change: parameter({ name: "signal" }), message: /option/ },
  "a path parameter that is not in the path": {
    change: parameter({ in: "path" }),
    message: /does not have/,
  },
  "a required parameter with a default": {
    change: parameter({ required: true, schema: { type: "integer", default: 50 } }),
    message: /must not be `required`/,
  },
  "a required cursor": {
    change: parameter({ required: true, name: "cursor" }),
    message: /must not be `required`/,
  },
  "a cursor without pages": { change: parameter({ name: "cursor" }), message: /nextCursor/ },
  "a form": {
    change: requestBody({ "multipart/form-data": { schema } }),
    message: /multipart\/form-data/,
  },
  "two texts": {
    change: requestBody({ "text/csv": { schema }, "text/plain": { schema } }),
    message: /at most one JSON and one text/,
  },
  "an event stream": {
    change: response("200", { "text/event-stream": { schema } }),
    message: /text\/event-stream/,
  },
  "a range of statuses": { change: response("2XX", {}), message: /name one status/ },
  "a success sometimes without a body": {
    change: response("201", { "application/json": { schema } }),
    message: /some have none/,
  },
  "an error that is no problem": {
    change: response("400", { "application/json": { schema } }),
    message: /application\/problem\+json/,
  },
  "a code that is not in the list": {
    change: response("400", {
      "application/problem+json": { schema: { properties: { code: { const: "other" } } } },
    }),
    message: /"other" is not in the list/,
  },
  "no list of problem codes": {
    change: (_, { components }) => {
      delete components.schemas.Problem;
    },
    message: /must list every `code`/,
  },
  "a schema named as a type of the SDK": {
    change: (_, { components }) => {
      components.schemas.KithList = schema;
    },
    message: /KithList: is no usable type name/,
  },
  "a reference to another file": {
    change: (get) => {
      get.responses = { 200: { $ref: "other.json#/x" } };
    },
    message: /bundle it first/,
  },
  "a reference to nothing": {
    change: (get) => {
      get.responses = { 200: { $ref: "#/components/nothing" } };
    },
    message: /points at nothing/,
  },
};

for (const [name, { change, message }] of Object.entries(unknown)) {
  t.test(`${name} fails loudly`, async (t) => {
    const document: Document = JSON.parse(small);
    change(document.paths["/v1/shelves/{shelf}/boxes/{box}"]?.get ?? {}, document);
    const error = await generate(document).catch((caught: unknown) => caught);
    t.ok(error instanceof UnsupportedDocument, String(error));
    t.match(String(error), message);
  });
}
