import { connect } from "node:net";
import t from "tap";
import { testApi } from "../testing/test-api.ts";

/** Sends bytes as they are and answers everything that comes back. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
    setTimeout(() => socket.end(), 2_000).unref();
  });
}

const problemIn = (answer: string) => JSON.parse(answer.slice(answer.indexOf("\r\n\r\n") + 4));

t.test("what is no success is a problem with a documented code", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  await api.app.listen({ host: "127.0.0.1", port: 0 });
  const address = api.app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;

  const expectations: [string, string, string, object, number, string][] = [
    ["unknown route", "GET", "/v1/nothing", {}, 404, "route_not_found"],
    ["wrong method", "PUT", "/v1/tenant", { body: {} }, 405, "method_not_allowed"],
    [
      "wrong method on a path with parameter",
      "POST",
      "/v1/api-keys/x",
      {},
      405,
      "method_not_allowed",
    ],
    ["bad percent encoding", "GET", "/v1/people/%zz", {}, 400, "invalid_request"],
    ["unknown query parameter", "GET", "/v1/tenant?x=1", {}, 400, "invalid_request"],
    [
      "body where none is taken",
      "POST",
      "/v1/test-clock/reset",
      { body: {} },
      400,
      "invalid_request",
    ],
    ["no JSON", "PATCH", "/v1/tenant", { body: "{" }, 400, "invalid_json"],
    ["an empty body", "PATCH", "/v1/tenant", { body: "" }, 400, "invalid_json"],
    [
      "bytes that are no UTF-8",
      "PATCH",
      "/v1/tenant",
      { body: Buffer.from([0x22, 0xff, 0x22]) },
      400,
      "invalid_json",
    ],
    [
      "NUL in text",
      "PATCH",
      "/v1/tenant",
      { body: '{"name":"a\\u0000b"}' },
      400,
      "invalid_request",
    ],
    [
      "a half surrogate pair",
      "PATCH",
      "/v1/tenant",
      { body: '{"name":"\\ud800"}' },
      400,
      "invalid_request",
    ],
    [
      "JSON nested 5,000 deep",
      "PATCH",
      "/v1/tenant",
      { body: `{"name":${"[".repeat(5000)}${"]".repeat(5000)}}` },
      400,
      "invalid_request",
    ],
    [
      "__proto__",
      "PATCH",
      "/v1/tenant",
      { body: '{"__proto__":{"name":"x"}}' },
      400,
      "invalid_request",
    ],
    ["an unknown field", "PATCH", "/v1/tenant", { body: { nam: "x" } }, 400, "invalid_request"],
    ["a number for text", "PATCH", "/v1/tenant", { body: { name: 5 } }, 400, "invalid_request"],
    [
      "a number too large for JSON",
      "POST",
      "/v1/test-clock/advance",
      { body: '{"days":1e400}' },
      400,
      "invalid_request",
    ],
    [
      "year 0",
      "POST",
      "/v1/test-clock/advance",
      { body: { to: "0000-01-01T00:00:00Z" } },
      400,
      "invalid_request",
    ],
    [
      "30 February",
      "POST",
      "/v1/test-clock/advance",
      { body: { to: "2027-02-30T00:00:00Z" } },
      400,
      "invalid_request",
    ],
    [
      "form data",
      "PATCH",
      "/v1/tenant",
      { body: "a=b", headers: { "content-type": "application/x-www-form-urlencoded" } },
      415,
      "unsupported_media_type",
    ],
    [
      "a content type with a tab",
      "PATCH",
      "/v1/tenant",
      { body: "{}", headers: { "content-type": "application/json\tx" } },
      415,
      "unsupported_media_type",
    ],
    [
      "a body too large",
      "PATCH",
      "/v1/tenant",
      { body: JSON.stringify({ name: "x".repeat(2_000_000) }) },
      413,
      "payload_too_large",
    ],
    ["a parameter twice", "GET", "/v1/api-keys?limit=1&limit=2", {}, 400, "invalid_request"],
    ["a limit that is no number", "GET", "/v1/api-keys?limit=0x10", {}, 400, "invalid_request"],
    ["a limit of a million", "GET", "/v1/api-keys?limit=1000000", {}, 400, "invalid_request"],
    ["a cursor of our own making", "GET", "/v1/api-keys?cursor=abc", {}, 400, "invalid_cursor"],
    [
      "an id of another kind",
      "DELETE",
      "/v1/api-keys/per_01h455vb4pex5vsknk084sn02q",
      {},
      400,
      "invalid_id",
    ],
    [
      "an idempotency key with a space",
      "POST",
      "/v1/test-clock/reset",
      { headers: { "idempotency-key": "a b" } },
      400,
      "invalid_request",
    ],
    [
      "an entity tag that is stale",
      "PATCH",
      "/v1/tenant",
      { body: { name: "x" }, headers: { "if-match": '"99"' } },
      412,
      "precondition_failed",
    ],
  ];
  for (const [name, method, url, options, status, code] of expectations) {
    t.test(name, async (t) => {
      const answer = await client.call(method, url, options);
      t.match(answer, { status, body: { status, code, title: String, detail: String } });
      t.equal(answer.headers["content-type"], "application/problem+json; charset=utf-8");
      t.equal(answer.body.requestId, answer.headers["x-request-id"]);
      if (status === 405) t.match(answer.headers.allow, /GET|DELETE/);
      const page = await api.app.inject(new URL(answer.body.type).pathname);
      t.equal(page.statusCode, 200, "its `type` leads to a page");
    });
  }

  const rawExpectations: [string, string, number, string][] = [
    ["no HTTP at all", "hello\r\n\r\n", 400, "malformed_http"],
    [
      "a header without colon",
      "GET /v1/tenant HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n",
      400,
      "malformed_http",
    ],
    [
      "two content lengths",
      "POST /v1/tenant HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
      400,
      "malformed_http",
    ],
    [
      "length and chunks at once",
      "POST /v1/tenant HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      400,
      "malformed_http",
    ],
    [
      "headers of 40 kB",
      `GET /v1/tenant HTTP/1.1\r\nHost: x\r\nX-Long: ${"a".repeat(40_000)}\r\n\r\n`,
      431,
      "headers_too_large",
    ],
    ["no Host header", "GET /livez HTTP/1.1\r\n\r\n", 400, "malformed_http"],
    [
      "an unknown method",
      "BREW /v1/tenant HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
      400,
      "malformed_http",
    ],
    [
      "a method of WebDAV",
      "PROPFIND /v1/tenant HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
      405,
      "method_not_allowed",
    ],
  ];
  for (const [name, text, status, code] of rawExpectations) {
    t.test(`on the wire: ${name}`, async (t) => {
      const answer = await raw(port, text);
      t.match(answer, new RegExp(`^HTTP/1.1 ${status} `));
      t.match(answer, /content-type: application\/problem\+json/i);
      t.match(problemIn(answer), { status, code });
    });
  }

  t.test("a browser's preflight is answered, and its page may read what it needs", async (t) => {
    const preflight = await client.call("OPTIONS", "/v1/people/ext:ada", {
      key: null,
      headers: {
        origin: "https://app.example",
        "access-control-request-method": "PATCH",
        "access-control-request-headers": "authorization,content-type,if-match",
      },
    });
    t.equal(preflight.status, 204);
    t.match(preflight.headers["access-control-allow-methods"], /PATCH/);
    t.match(preflight.headers["access-control-allow-headers"], /authorization/);
    const answer = await client.get("/v1/tenant", { headers: { origin: "https://app.example" } });
    t.equal(answer.headers["access-control-allow-origin"], "*");
    t.match(answer.headers["access-control-expose-headers"], /etag/);
  });

  t.test("the request id of the client is kept when it is harmless, else replaced", async (t) => {
    const kept = await client.get("/v1/tenant", { headers: { "x-request-id": "abc-1" } });
    t.equal(kept.headers["x-request-id"], "abc-1");
    const odd = await client.get("/v1/tenant", { headers: { "x-request-id": "a b\u00e9" } });
    t.match(odd.headers["x-request-id"], /^[0-9a-f-]{36}$/);
  });
});
