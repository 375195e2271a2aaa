import t from "tap";
import { parseId } from "../../http/ids.ts";
import { testApi } from "../../testing/test-api.ts";
import { expireInteractions } from "./expire-interactions.ts";

t.test("expiry of interactions", async (t) => {
  const api = await testApi(t);
  const client = await api.client();
  const neighbour = await api.client();
  const tenantId = client.tenantId;
  const record = (from: string, to: string[], day: string) => ({
    ...{ type: "advice", from: `ext:${from}`, to: to.map((name) => `ext:${name}`) },
    ...{ occurredAt: `${day}T10:00:00Z`, externalId: `${from}-${to.join()}-${day}` },
  });
  const old = [
    record("ada", ["ben"], "2025-01-10"),
    record("ben", ["ada", "cyd"], "2025-02-10"),
    record("cyd", ["ada"], "2026-01-30"),
  ];
  const recent = [
    record("ada", ["ben", "dee"], "2026-01-31"),
    record("ben", ["ada"], "2026-02-20"),
  ];
  const send = async (to: typeof client, interactions: object[]) => {
    const answer = await to.post("/v1/interactions/batch", { createPeople: true, interactions });
    t.equal(answer.body.created, interactions.length, answer.text);
  };
  await send(client, [...old, ...recent]);
  await send(neighbour, old);
  const tieOf = async (of: typeof client, names = "ext:ada/ext:ben") => {
    const { from: _, to: __, declared: ___, ...tie } = (await of.get(`/v1/ties/${names}`)).body;
    return tie;
  };
  const run = () => expireInteractions(api.database, { tenantId, batch: 2 }, api.clock.now());

  t.test("does nothing as long as the tenant keeps all", async (t) => {
    t.match((await client.get("/v1/tenant")).body, { retentionDays: null });
    t.equal(await run(), null);
    t.equal((await client.patch("/v1/tenant", { retentionDays: 29 })).status, 400);
    const { body } = await client.patch("/v1/tenant", { retentionDays: 30 });
    t.match(body, { retentionDays: 30 });
  });

  t.test("deletes what is older, to the UTC day, in as many batches as it takes", async (t) => {
    t.equal(await run(), 3, "2 March less 30 days is 31 January");
    const { data } = (await client.get("/v1/interactions?person=ext:ada")).body;
    t.same(data.map(({ externalId }: { externalId: string }) => externalId).sort(), [
      "ada-ben,dee-2026-01-31",
      "ben-ada-2026-02-20",
    ]);
    t.equal(await run(), 0, "and nothing the second time");
  });

  t.test("leaves ties as if only what is left had ever been", async (t) => {
    const fresh = await api.client();
    await send(fresh, recent);
    t.same(await tieOf(client), await tieOf(fresh));
    const { body } = await client.get("/v1/ties/ext:cyd/ext:ada");
    t.match(body, { band: "none", strength: null, evidence: { contactDays: 0 } });
  });

  t.test("touches no other tenant", async (t) => {
    t.equal((await tieOf(neighbour)).evidence.contactDays, 2);
    t.ok(parseId("person", (await neighbour.get("/v1/people/ext:cyd")).body.id));
  });

  t.test("is on record, with how many", async (t) => {
    const { data } = (await client.get("/v1/audit-entries")).body;
    const entries = data.filter((e: { outcome: string }) => e.outcome === "interaction.expired");
    t.equal(entries.length, 2, "one for each batch");
    t.match(entries, [{ operation: "retention.run" }, { operation: "retention.run" }]);
  });
});
