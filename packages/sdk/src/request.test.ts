import t from "tap";
import manifest from "../package.json" with { type: "json" };
import { Kith } from "./index.ts";
import { errorFrom, fake, json } from "./testing/fake.ts";
import { version } from "./version.ts";

t.test("a request carries the key, what it accepts, and the client's name", async (t) => {
  const { kith, requests } = fake(() => json({ id: "per_1" }), { headers: { "x-team": "a" } });
  await kith.people.get("ext:a", { headers: { "x-trace": "1" } });
  const headers = Object.fromEntries(requests[0]?.headers ?? []);
  t.same(headers, {
    accept: "application/json",
    authorization: "Bearer kith_test_key",
    "user-agent": `kith-sdk-js/${version}`,
    "x-kith-client": `kith-sdk-js/${version}`,
    "x-team": "a",
    "x-trace": "1",
  });
  t.equal(version, manifest.version);
});

t.test("a call can replace or leave out a header of the client", async (t) => {
  const { kith, requests } = fake(() => json({}), { headers: { "x-team": "a", "x-b": "b" } });
  await kith.people.get("ext:a", { headers: { "x-team": null, "x-b": "c" } });
  t.equal(requests[0]?.headers.has("x-team"), false);
  t.equal(requests[0]?.headers.get("x-b"), "c");
});

t.test("a token function is asked before every attempt", async (t) => {
  let count = 0;
  const { kith, requests } = fake(
    (_, attempt) => (attempt === 1 ? json({}, { status: 503 }) : json({})),
    { apiKey: undefined, token: async () => `token-${++count}` },
  );
  await kith.people.get("ext:a");
  t.same(
    requests.map(({ headers }) => headers.get("authorization")),
    ["Bearer token-1", "Bearer token-2"],
  );
});

t.test("an error of the token function reaches the caller as it is", async (t) => {
  const own = new Error("not logged in");
  const { kith, requests } = fake(() => json({}), {
    apiKey: undefined,
    token: () => Promise.reject(own),
  });
  t.equal(await errorFrom(kith.people.get("ext:a")), own);
  t.equal(requests.length, 0);
});

t.test("an id is one path segment whatever is in it", async (t) => {
  const { kith, requests } = fake(() => json({}));
  await kith.people.get("ext:a/b c?#%ü");
  await kith.ties.get("per_1", "ext:../x$&");
  t.equal(requests[0]?.url, "https://kith.example/v1/people/ext%3Aa%2Fb%20c%3F%23%25%C3%BC");
  t.equal(requests[1]?.url, "https://kith.example/v1/ties/per_1/ext%3A..%2Fx%24%26");
});

t.test("what is no id never becomes another route", async (t) => {
  const { kith, requests } = fake(() => json({}));
  for (const id of ["", ".", "..", undefined, null, 7, "\ud800"] as string[]) {
    const error = await errorFrom(kith.people.get(id));
    t.ok(error instanceof TypeError, JSON.stringify(id));
    t.match(String(error), "kith.people.get: person");
  }
  t.equal(requests.length, 0);
});

t.test("an option that does not exist is an error, not ignored", async (t) => {
  const { kith, requests } = fake(() => json({}));
  const options = { limitt: 5 } as object;
  t.match(await errorFrom(kith.people.list(options)), { message: /no option "limitt"/ });
  t.match(await errorFrom(kith.people.get("ext:a", { ifMatch: "x" } as object)), TypeError);
  t.match(await errorFrom(kith.people.list({ q: {} as string })), { message: /q must be/ });
  t.equal(requests.length, 0);
});

t.test("ETag out, If-Match in", async (t) => {
  const { kith, requests } = fake(() => json({ id: "per_1" }, { headers: { etag: '"3"' } }));
  const { data, etag } = await kith.people.get("ext:a").withResponse();
  t.equal(data.id, "per_1");
  await kith.people.update("ext:a", { name: "Ada" }, { ...(etag && { ifMatch: etag }) });
  t.equal(requests[1]?.headers.get("if-match"), '"3"');
  t.equal(requests[1]?.method, "PATCH");
});

t.test(
  "withResponse() tells request id, attempts and what is left of the rate limit",
  async (t) => {
    const { kith } = fake(() =>
      json(
        { id: "per_1" },
        {
          headers: {
            "x-request-id": "req_1",
            ratelimit: '"default";r=42;t=9',
            "ratelimit-policy": '"default";q=100;w=60',
          },
        },
      ),
    );
    t.match(await kith.people.get("ext:a").withResponse(), {
      requestId: "req_1",
      etag: null,
      attempts: 1,
      rateLimit: { remaining: 42, resetSeconds: 9, limit: 100, windowSeconds: 60 },
      response: { status: 200 },
    });
  },
);

t.test("a call is sent whether or not it is awaited, once, and acts as a promise", async (t) => {
  const { kith, requests } = fake(() => json({ id: "per_1" }));
  const call = kith.people.get("ext:a");
  await new Promise(setImmediate);
  t.equal(requests.length, 1);
  let ended = false;
  await call.finally(() => {
    ended = true;
  });
  t.ok(ended);
  t.same(await Promise.all([call, call.catch(() => null)]), [{ id: "per_1" }, { id: "per_1" }]);
  t.equal(String(call), "[object KithRequest]");
  t.equal(requests.length, 1);
});

t.test("an empty 204 is undefined", async (t) => {
  const { kith } = fake(() => new Response(null, { status: 204 }));
  t.equal(await kith.interactions.delete("int_1"), undefined);
});

t.test("a client that could not work says so when it is made", async (t) => {
  const baseUrl = "https://kith.example";
  const apiKey = "kith_test_key";
  const make = (options: object) => () => new Kith(options as never);
  t.throws(make({ baseUrl }), /either apiKey or token/);
  t.throws(make({ baseUrl, apiKey, token: "x" }), /either apiKey or token/);
  t.throws(make({ baseUrl, apiKey: "key\n" }), /without spaces or line breaks/);
  t.throws(make({ baseUrl: "kith.example", apiKey }), /no URL/);
  t.throws(make({ baseUrl: "ftp://kith.example", apiKey }), /http/);
  t.throws(make({ baseUrl: `${baseUrl}/v1/`, apiKey }), /without \/v1/);
  t.throws(make({ baseUrl, apiKey, timeoutMs: 0 }), /timeoutMs/);
  t.throws(make({ baseUrl, apiKey, maxRetries: -1 }), /maxRetries/);
  t.throws(make({ baseUrl, apiKey, maxRetries: 1.5 }), /maxRetries/);
  t.doesNotThrow(make({ baseUrl: `${baseUrl}/behind/a/path/`, apiKey }));
});

t.test("the global fetch is used unless another is given", async (t) => {
  const { fetch } = globalThis;
  t.teardown(() => {
    globalThis.fetch = fetch;
  });
  const kith = new Kith({ baseUrl: "https://kith.example", apiKey: "key" });
  globalThis.fetch = async () => json({ id: "per_1" });
  t.equal((await kith.people.get("ext:a")).id, "per_1");
});
