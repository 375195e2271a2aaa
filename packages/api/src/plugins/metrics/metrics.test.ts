import t from "tap";
import { readConfig } from "../../config.ts";
import { fixture } from "../../testing/fixture.ts";
import { testApi } from "../../testing/test-api.ts";

const token = "only-for-prometheus-1234";
const api = await testApi(t, { metricsToken: token, rateLimitPerMinute: 0 });
const client = await api.client();

const scrape = async () => {
  const headers = { authorization: `Bearer ${token}` };
  const { statusCode, payload, headers: told } = await api.app.inject({ url: "/metrics", headers });
  t.equal(statusCode, 200);
  t.match(told["content-type"], /^text\/plain/);
  return payload;
};

/** Every label that was told, by name. */
function labelsIn(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, name = "", value = ""] of text.matchAll(/[{,]([a-z_]+)="((?:[^"\\]|\\.)*)"/g)) {
    found.set(name, (found.get(name) ?? new Set()).add(value));
  }
  return found;
}

t.test("no label holds an id, a tenant or what a caller chose", async (t) => {
  const ids = await fixture(client);
  await client.get(`/v1/people/${ids.person}`);
  await client.get("/v1/people/ext:ada");
  await client.get(`/v1/ties/${ids.person}/${ids.otherPerson}`);
  await client.get(`/v1/people/per_canary0000000000000000000`);
  await client.get("/v1/canary-route");
  await client.call("PUT", "/v1/tenant", { body: {} });
  await client.call("REPORT", "/canary");
  await api.app.inject({ method: "GET", url: "/v1/people/%zz-canary" });
  await client.get("/v1/people", { key: "canary-key" });
  const text = await scrape();
  const labels = labelsIn(text);
  const routes = new Set<string>();
  const document = api.app.swagger() as { paths: Record<string, unknown> };
  for (const path of Object.keys(document.paths)) routes.add(path.replaceAll(/\{(\w+)\}/g, ":$1"));
  for (const route of labels.get("route") ?? []) {
    t.ok(routes.has(route) || ["none", "/metrics"].includes(route), `a pattern: ${route}`);
  }
  t.ok(labels.get("route")?.has("/v1/people/:person"));
  for (const status of labels.get("status") ?? []) t.match(status, /^[2-5]\d\d$/);
  const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "other"];
  for (const method of labels.get("method") ?? []) t.ok(methods.includes(method), method);
  const values = [...labels].flatMap(([, set]) => [...set]).join("\n");
  const secrets = [
    client.tenantId,
    ids.person,
    ids.apiKey,
    "canary",
    "ext:",
    "per_",
    "key_",
    "ada",
  ];
  for (const secret of secrets) t.notMatch(values, secret);
  t.notMatch(text, /[0-9a-f]{8}-[0-9a-f]{4}/, "nor is there a UUID anywhere");
});

t.test("requests, ingest, pool and event loop are told", async (t) => {
  const other = await api.client();
  const count = async (line: RegExp) => Number(line.exec(await scrape())?.[1] ?? 0);
  const created = /^kith_interactions_total\{outcome="created"\} (\d+)$/m;
  const duplicate = /^kith_interactions_total\{outcome="duplicate"\} (\d+)$/m;
  const rejected = /^kith_interactions_total\{outcome="rejected"\} (\d+)$/m;
  const before = [await count(created), await count(duplicate), await count(rejected)];
  const one = {
    ...{ type: "call", from: "ext:ada", to: ["ext:ben"], occurredAt: "2026-02-01T10:00:00Z" },
    externalId: "one",
  };
  const bad = { ...one, externalId: "bad", type: "no such type" };
  const two = { ...one, externalId: "two" };
  const interactions = [one, two, bad];
  const keyed = { headers: { "idempotency-key": "1" } };
  await other.post("/v1/interactions/batch", { createPeople: true, interactions }, keyed);
  await other.post("/v1/interactions/batch", { createPeople: true, interactions }, keyed);
  await other.post("/v1/interactions", one);
  const after = [await count(created), await count(duplicate), await count(rejected)];
  t.same(
    after.map((value, index) => value - (before[index] ?? 0)),
    [2, 1, 1],
    "what a retry is answered again was not ingested again",
  );
  const text = await scrape();
  t.match(
    text,
    /^kith_http_requests_total\{method="GET",route="\/v1\/people\/:person",status="200"\} \d/m,
  );
  t.match(text, /^kith_http_request_duration_seconds_bucket\{le="0\.05",method="GET",route=/m);
  t.match(text, /^kith_database_connections\{state="open"\} \d/m);
  t.match(text, /^nodejs_eventloop_lag_seconds /m);
});

t.test("only who has the token reads them; without one they are not there", async (t) => {
  const read = async (authorization?: string) =>
    (await api.app.inject({ url: "/metrics", headers: authorization ? { authorization } : {} }))
      .statusCode;
  t.equal(await read(), 401);
  t.equal(await read(`Bearer ${client.key}`), 401, "an API key is none");
  t.equal(await read(`Bearer ${token}x`), 401);
  const without = await testApi(t);
  t.equal((await without.app.inject({ url: "/metrics" })).statusCode, 404);
  t.throws(() => readConfig({ KITH_METRICS_TOKEN: "short" }), /at least 16/);
});
