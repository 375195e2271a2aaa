import { createDatabase, type Database, DatabaseUnavailable } from "@kith/db";
import { testSql } from "@kith/db/testing";
import type { FastifyInstance } from "fastify";
import t, { type Test } from "tap";
import { buildApp } from "../../app.ts";
import { readConfig } from "../../config.ts";
import { type TestApi, testApi } from "../../testing/test-api.ts";
import { shareDeadlineMs } from "./call-counter.ts";

t.setTimeout(120_000);

const quiet = { ...readConfig({}), logLevel: "silent", sealAfterMs: 0 };

/** Another process of the service over the same database. */
async function anotherApp(
  t: Test,
  api: TestApi,
  settings: object,
  database: Database = createDatabase({ url: api.url }),
): Promise<FastifyInstance> {
  const app = await buildApp({ database, clock: api.clock, config: { ...quiet, ...settings } });
  t.teardown(async () => {
    await app.close();
    await database.end();
  });
  return app;
}

const call = async (app: FastifyInstance, credential: string) => {
  const headers = { authorization: `Bearer ${credential}` };
  const { statusCode, headers: told } = await app.inject({ url: "/v1/people", headers });
  return { status: statusCode, headers: told as Record<string, string> };
};

t.test("two processes together let through what a key may, and tell what is left", async (t) => {
  const settings = { rateLimitPerMinute: 100, tenantRateLimitPerMinute: 0 };
  const api = await testApi(t, settings);
  const apps = [api.app, await anotherApp(t, api, settings)] as const;
  const { key } = await api.client();
  let [passed, refused, failed] = [0, 0, 0];
  for (let round = 0; round < 8; round++) {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => call(apps[index % 2] as FastifyInstance, key)),
    );
    passed += answers.filter(({ status }) => status === 200).length;
    refused += answers.filter(({ status }) => status === 429).length;
    failed += answers.filter(({ status }) => status === 503).length; // a machine too busy for us
  }
  t.equal(passed + refused + failed, 160);
  t.ok(passed <= 100, `${passed} passed`);
  t.ok(passed + failed >= 100, "both asked to the end, so nothing was left with either");
  const last = await call(apps[1], key);
  t.equal(last.headers["ratelimit-policy"], '"key";q=100;w=60');
  t.match(last.headers.ratelimit, /^"key";r=0;t=\d+$/);
  t.equal(last.headers["retry-after"], "60");
  api.clock.set(api.clock.now() + 60_000);
  const next = await call(apps[1], key);
  t.equal(next.status, 200, "the next minute has its own");
  t.equal(next.headers.ratelimit, '"key";r=99;t=60');
});

t.test("a process that stops asking holds back a twentieth at most", async (t) => {
  const settings = { rateLimitPerMinute: 60, tenantRateLimitPerMinute: 0 };
  const api = await testApi(t, settings);
  const other = await anotherApp(t, api, settings);
  const { key } = await api.client();
  t.equal((await call(other, key)).status, 200);
  let passed = 1;
  while ((await call(api.app, key)).status === 200) passed += 1;
  t.equal(passed, 60 - 2, "a share of three, of which one was used");
});

t.test("a tenant's keys and members count for it together; another tenant does not", async (t) => {
  const settings = { tenantRateLimitPerMinute: 10, memberRateLimitPerMinute: 4 };
  const api = await testApi(t, { ...settings, rateLimitPerMinute: 100 });
  const client = await api.client();
  const neighbour = await api.client();
  await client.put("/v1/people/ext:ada", {});
  const { body } = await client.post("/v1/member-tokens", { person: "ext:ada" });
  const renewed = await client.post("/v1/member-tokens", { person: "ext:ada" });
  const first = await call(api.app, body.token);
  t.match(first.headers["ratelimit-policy"], /^"member";q=4;w=60, "tenant";q=10;w=60$/);
  for (let n = 0; n < 2; n++) t.equal((await call(api.app, body.token)).status, 200);
  t.equal((await call(api.app, renewed.body.token)).status, 200, "a new token, the same member");
  const refused = await call(api.app, renewed.body.token);
  t.equal(refused.status, 429);
  t.match(refused.headers.ratelimit, /^"member";r=0;t=\d+, "tenant";r=3;/);
  for (let n = 0; n < 3; n++) t.equal((await client.get("/v1/people")).status, 200);
  const spent = await client.get("/v1/people");
  t.match(spent, { status: 429, body: { code: "rate_limited" } });
  t.match(spent.headers.ratelimit, /^"tenant";r=0;.*"key";r=9[0-9];/, "the key has calls left");
  t.equal((await neighbour.get("/v1/people")).status, 200);
});

t.test("an erased member's count is erased with them", async (t) => {
  const api = await testApi(t, { memberRateLimitPerMinute: 100 });
  const sql = testSql(t, api.ownerUrl);
  const client = await api.client();
  await client.put("/v1/people/ext:ada", {});
  const { body } = await client.post("/v1/member-tokens", { person: "ext:ada" });
  await call(api.app, body.token);
  const members = async () =>
    (await sql`select from kith.rate_counts where kind = 'member'`).length;
  t.equal(await members(), 1);
  t.equal((await client.delete("/v1/people/ext:ada")).status, 200);
  t.equal(await members(), 0);
});

t.test(
  "a limiter that can't count lets a process count by itself, and answers no 5xx",
  async (t) => {
    const api = await testApi(t, { rateLimitPerMinute: 0 });
    const { key } = await api.client();
    const database = createDatabase({ url: api.url });
    const failing: Database = {
      ...database,
      withTenant: (tenantId, fn, options) =>
        options?.deadlineMs === shareDeadlineMs
          ? Promise.reject(new DatabaseUnavailable("away", "failed", null))
          : database.withTenant(tenantId, fn, options),
    };
    const settings = { rateLimitPerMinute: 5 };
    const app = await anotherApp(t, api, settings, failing);
    const statuses = [];
    for (let n = 0; n < 7; n++) statuses.push((await call(app, key)).status);
    t.same(statuses, [200, 200, 200, 200, 200, 429, 429]);
  },
);

t.test("calls are counted in shares: few of them write", async (t) => {
  const api = await testApi(t, { rateLimitPerMinute: 0 });
  const { key } = await api.client();
  let shares = 0;
  const database = createDatabase({ url: api.url });
  const counting: Database = {
    ...database,
    withTenant: (tenantId, fn, options) => {
      if (options?.deadlineMs === shareDeadlineMs) shares += 1;
      return database.withTenant(tenantId, fn, options);
    },
  };
  const app = await anotherApp(t, api, { rateLimitPerMinute: 6000 }, counting);
  for (let n = 0; n < 60; n++) t.equal((await call(app, key)).status, 200);
  t.equal(shares, 1);
});
