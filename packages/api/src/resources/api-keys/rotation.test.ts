import { createDatabase } from "@kith/db";
import { testSql } from "@kith/db/testing";
import t from "tap";
import { buildApp } from "../../app.ts";
import { readConfig } from "../../config.ts";
import { decided } from "../../testing/decided.ts";
import { testApi } from "../../testing/test-api.ts";

const api = await testApi(t, { rateLimitPerMinute: 0 });
const sql = testSql(t, api.ownerUrl);
const client = await api.client();
const start = api.clock.now();

/** Another process over the same database: it hears of nothing but what it reads there. */
const database = createDatabase({ url: api.url });
const config = { ...readConfig({}), logLevel: "silent", sealAfterMs: 0 };
const other = await buildApp({ database, clock: api.clock, config });
t.teardown(async () => {
  await other.close();
  await database.end();
});
const statuses = async (key: string) => {
  const headers = { authorization: `Bearer ${key}` };
  const there = await other.inject({ url: "/v1/tenant", headers });
  return [(await client.get("/v1/tenant", { key })).status, there.statusCode];
};
const create = async (more: object = {}) =>
  (await client.post("/v1/api-keys", { name: "import", scopes: ["tenant:read"], ...more })).body;

t.test("a revoked key is refused at once here, and within a second by every process", async (t) => {
  const { id, key } = await create();
  t.same(await statuses(key), [200, 200]);
  await client.delete(`/v1/api-keys/${id}`);
  t.equal((await statuses(key))[0], 401);
  api.clock.set(start + 1_000);
  t.same(await statuses(key), [401, 401]);
  api.clock.set(start);
});

t.test("a revoked signing secret ends its tokens within a second on every process", async (t) => {
  await client.put("/v1/people/ext:ada", {});
  const { token } = (await client.post("/v1/member-tokens", { person: "ext:ada" })).body;
  const people = async () => {
    const headers = { authorization: `Bearer ${token}` };
    const there = await other.inject({ url: "/v1/people", headers });
    return [(await client.get("/v1/people", { key: token })).status, there.statusCode];
  };
  t.same(await people(), [200, 200]);
  const { data } = (await client.get("/v1/signing-secrets")).body;
  for (const { id } of data) await client.delete(`/v1/signing-secrets/${id}`);
  api.clock.set(start + 1_000);
  t.same(await people(), [401, 401]);
  api.clock.set(start);
});

t.test("a rotated key and its successor both work until the overlap ends", async (t) => {
  const old = await create();
  const url = `/v1/api-keys/${old.id}/rotate`;
  const { status, body: successor } = await client.post(url, { overlapSeconds: 60 });
  t.equal(status, 201);
  t.match(successor, { name: "import", scopes: ["tenant:read"], expiresAt: null });
  t.not(successor.key, old.key);
  t.same(await statuses(old.key), [200, 200]);
  t.same(await statuses(successor.key), [200, 200]);
  const shown = (await client.get(`/v1/api-keys/${old.id}`)).body;
  t.equal(shown.expiresAt, new Date(start + 60_000).toISOString());
  api.clock.set(start + 61_000);
  t.same(await statuses(old.key), [401, 401]);
  t.same(await statuses(successor.key), [200, 200]);
  const again = await client.post(url, {});
  t.match(again, { status: 409, body: { code: "conflict" } }, "what is over has no successor");
  api.clock.set(start);
  await decided(sql);
  const { data } = (await client.get(`/v1/events?object=${old.id}`)).body;
  t.same(
    data.map(({ type, sequence }: { type: string; sequence: number }) => [type, sequence]),
    [
      ["apiKey.created", 1],
      ["apiKey.rotated", 2],
    ],
  );
});

t.test(
  "a rotation never prolongs the old key, and a successor lives as long as it did",
  async (t) => {
    const expiresAt = new Date(start + 10_000).toISOString();
    const old = await create({ expiresAt });
    const { body } = await client.post(`/v1/api-keys/${old.id}/rotate`, { overlapSeconds: 86_400 });
    t.equal((await client.get(`/v1/api-keys/${old.id}`)).body.expiresAt, expiresAt);
    t.equal(body.expiresAt, expiresAt, "ten seconds from now, as the old one when it was made");
    const cut = await create();
    await client.post(`/v1/api-keys/${cut.id}/rotate`, { overlapSeconds: 0 });
    t.equal((await statuses(cut.key))[0], 401, "without overlap it ends at once");
  },
);

t.test("when a key was last used is on record, to the minute", async (t) => {
  const { id, key } = await create();
  const lastUsed = async () => (await client.get(`/v1/api-keys/${id}`)).body.lastUsedAt;
  t.equal(await lastUsed(), null);
  await statuses(key);
  t.equal(await lastUsed(), new Date(start).toISOString());
  api.clock.set(start + 30_000);
  await statuses(key);
  t.equal(await lastUsed(), new Date(start).toISOString());
  api.clock.set(start + 90_000);
  await statuses(key);
  t.equal(await lastUsed(), new Date(start + 90_000).toISOString());
  api.clock.set(start);
});
