import { testSql } from "@kith/db/testing";
import t from "tap";
import { decided } from "../../testing/decided.ts";
import { type Client, testApi } from "../../testing/test-api.ts";
import { expireEvents } from "./expire-events.ts";

const dayMs = 86_400_000;

t.test("events are kept as long as the tenant says", async (t) => {
  const api = await testApi(t, { rateLimitPerMinute: 0 });
  const sql = testSql(t, api.ownerUrl);
  const end = api.clock.now();
  api.clock.set(end - 40 * dayMs);
  const client = await api.client();
  const neighbour = await api.client();
  const { tenantId } = client;
  const run = async () => {
    await decided(sql);
    return expireEvents(api.database, { tenantId, batch: 2 }, api.clock.now());
  };
  const feed = async (of: Client = client, query = "") => {
    await decided(sql);
    return (await of.get(`/v1/events?limit=200${query}`)).body.data as {
      type: string;
      sequence: number;
      cursor: string;
    }[];
  };
  for (const each of [client, neighbour]) {
    await each.put("/v1/people/ext:ada", { name: "Ada" });
    await each.put("/v1/people/ext:ben", { name: "Ben" });
    await each.post("/v1/test-clock/advance", { days: 1 });
    await each.post("/v1/test-clock/reset");
  }
  const before = await feed();
  api.clock.set(end);
  await client.put("/v1/people/ext:ada", { name: "Ada L." });
  const [first, last] = [before[0]?.cursor, before.at(-1)?.cursor];

  t.test("all, when it says nothing", async (t) => {
    t.equal(await run(), null);
    t.equal((await client.patch("/v1/tenant", { eventRetentionDays: 29 })).status, 400);
    t.equal((await client.patch("/v1/tenant", { eventRetentionDays: 30 })).status, 200);
  });

  t.test("older ones leave the feed, from the first on", async (t) => {
    t.equal(await run(), before.length);
    t.equal(await run(), 0);
    t.same(
      (await feed()).map(({ type }) => type),
      ["person.updated", "tenant.updated"],
    );
    t.equal((await feed(neighbour)).length, before.length, "another tenant's stay");
    const { data } = (await client.get("/v1/audit-entries")).body;
    t.ok(data.some(({ outcome }: { outcome: string }) => outcome === "event.expired"));
  });

  t.test("a reader that would have missed some is told, one that has not goes on", async (t) => {
    const late = await client.get(`/v1/events?cursor=${first}`);
    t.match(late, { status: 410, body: { code: "cursor_expired" } });
    t.match(late.body.errors[0], { pointer: "?cursor" });
    const onTime = await client.get(`/v1/events?cursor=${last}`);
    t.equal(onTime.status, 200);
    t.equal(onTime.body.data.length, 2);
  });

  t.test("an object's changes go on being counted from where they were", async (t) => {
    await client.post("/v1/test-clock/advance", { days: 1 });
    await client.post("/v1/test-clock/reset");
    const clock = await feed(client, "&types=testClock.advanced,testClock.reset");
    t.same(
      clock.map(({ sequence }) => sequence),
      [3, 4],
    );
    const left = async () =>
      Number(
        (
          await sql`select count(*) from kith.events
            where tenant_id = ${tenantId} and type like 'testClock.%'`
        )[0]?.count,
      );
    t.equal(await left(), 3, "the last of the old ones stayed, as the count");
    await run();
    t.equal(await left(), 2, "and goes once a later one counts");
  });
});
