import t from "tap";
import { faultOfOrigin, mayCall } from "../http/origin.ts";
import { type Client, testApi } from "../testing/test-api.ts";

const api = await testApi(t, { publicUrl: "https://kith.example" });

/** A tenant's client, and one of its members' tokens. */
async function tenantWithMember(mode: "live" | "test") {
  const client = await api.client({ mode });
  await client.put("/v1/people/ext:ada", {});
  const { body } = await client.post("/v1/member-tokens", { person: "ext:ada" });
  return { client, token: body.token as string };
}

const from = async (client: Client, key: string, origin: string, more: object = {}) =>
  (await client.get("/v1/people", { key, headers: { origin, ...more } })).status;

t.test("a member's page may call from exactly the listed origins, in live mode", async (t) => {
  const { client, token } = await tenantWithMember("live");
  const listed = "https://app.example.com";
  t.equal(await from(client, token, listed), 403, "as long as none is listed, from no page");
  const allowedOrigins = [listed, "https://app.example.com:8443"];
  t.same(
    (await client.patch("/v1/tenant", { allowedOrigins })).body.allowedOrigins,
    allowedOrigins,
  );
  for (const origin of allowedOrigins) t.equal(await from(client, token, origin), 200, origin);
  const others = [
    "https://evil.example.com",
    "http://app.example.com",
    "https://app.example.com:444",
    "https://app.example.com:443",
    "https://app.example.com/",
    "https://APP.example.com",
    "https://app.example.com.evil.example",
    "https://sub.app.example.com",
    "app.example.com",
    "null",
    "*",
    "",
  ];
  for (const origin of others) t.equal(await from(client, token, origin), 403, `from "${origin}"`);
  t.equal((await client.get("/v1/people", { key: token })).status, 200, "a server has no origin");
  const refused = await client.get("/v1/people", { key: token, headers: { origin: "null" } });
  t.match(refused.body, { code: "origin_not_allowed", errors: [{ pointer: "header:origin" }] });
  t.equal(refused.headers["access-control-allow-origin"], "*", "its page may read why");
  await client.patch("/v1/tenant", { allowedOrigins: [] });
  t.equal(await from(client, token, listed), 403, "no longer listed: at once, in this process");
});

t.test("a refused origin changes nothing", async (t) => {
  const { client, token } = await tenantWithMember("live");
  const headers = { origin: "https://evil.example" };
  const refused = await client.patch(
    "/v1/people/ext:ada",
    { headline: "owned" },
    { key: token, headers },
  );
  t.equal(refused.status, 403);
  t.equal((await client.get("/v1/people/ext:ada")).body.headline, null);
});

t.test("one tenant's list opens nothing in another's", async (t) => {
  const [a, b] = [await tenantWithMember("live"), await tenantWithMember("live")];
  await a.client.patch("/v1/tenant", { allowedOrigins: ["https://a.example"] });
  t.equal(await from(a.client, a.token, "https://a.example"), 200);
  t.equal(await from(b.client, b.token, "https://a.example"), 403);
});

t.test("in test mode every page may call until an origin is listed", async (t) => {
  const { client, token } = await tenantWithMember("test");
  t.equal(await from(client, token, "http://localhost:5173"), 200);
  await client.patch("/v1/tenant", { allowedOrigins: ["http://localhost:5173"] });
  t.equal(await from(client, token, "http://localhost:5173"), 200);
  t.equal(await from(client, token, "http://localhost:5174"), 403);
});

t.test("a live API key is refused from every page but the documentation's own", async (t) => {
  const { client } = await tenantWithMember("live");
  await client.patch("/v1/tenant", { allowedOrigins: ["https://app.example.com"] });
  const { key } = client;
  t.equal(await from(client, key, "https://app.example.com"), 403, "listed for members only");
  t.equal(await from(client, key, "https://kith.example"), 200);
  const host = { host: "127.0.0.1:3000" };
  t.equal(await from(client, key, "http://127.0.0.1:3000", host), 200, "by another name");
  t.equal(await from(client, key, "http://127.0.0.1:3001", host), 403);
  const tried = await api.client({ mode: "test" });
  t.equal(await from(tried, tried.key, "https://anywhere.example"), 200, "a test key harms nobody");
});

t.test("a preflight is answered the same for all: it can't say who will call", async (t) => {
  const preflight = (origin: string) =>
    api.app.inject({
      method: "OPTIONS",
      url: "/v1/people",
      headers: { origin, "access-control-request-method": "GET" },
    });
  const answers = [await preflight("https://app.example.com"), await preflight("null")];
  for (const { statusCode, headers } of answers) {
    t.equal(statusCode, 204);
    t.equal(headers["access-control-allow-origin"], "*");
    t.equal(headers["access-control-allow-credentials"], undefined);
  }
});

t.test("a list takes origins as browsers write them, and says how to write another", async (t) => {
  const client = await api.client();
  const faults: [string, RegExp][] = [
    ["https://app.example.com/", /: https:\/\/app\.example\.com$/],
    ["https://app.example.com/path", /: https:\/\/app\.example\.com$/],
    ["https://App.Example.com", /: https:\/\/app\.example\.com$/],
    ["https://app.example.com:443", /: https:\/\/app\.example\.com$/],
    ["https://user@app.example.com", /: https:\/\/app\.example\.com$/],
    ["https://münchen.example", /: https:\/\/xn--mnchen-3ya\.example$/],
    ["http://app.example.com", /https/],
    ["*.example.com", /must look like/],
    ["https://*", /no wildcards/],
    ["https://*.example.com", /no wildcards/],
    ["ftp://app.example.com", /must look like/],
    ["localhost:5173", /must look like/],
  ];
  for (const [origin, detail] of faults) {
    const { status, body } = await client.patch("/v1/tenant", { allowedOrigins: [origin] });
    t.match({ status, body }, { status: 400, body: { code: "invalid_request" } }, origin);
    t.match(body.errors[0], { pointer: "/allowedOrigins/0", detail }, origin);
  }
  const twice = { allowedOrigins: ["https://a.example", "https://a.example"] };
  t.match((await client.patch("/v1/tenant", twice)).status, 400);
  for (const origin of ["https://a.example", "https://a.example:8443", "http://localhost:5173"]) {
    t.equal(faultOfOrigin(origin), null, origin);
    t.ok(mayCall(origin, [origin], { publicUrl: "https://kith.example", host: undefined }));
  }
});
