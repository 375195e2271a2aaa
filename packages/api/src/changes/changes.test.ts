import { testSql } from "@kith/db/testing";
import t from "tap";
import { decided } from "../testing/decided.ts";
import { buildRequest, missing } from "../testing/fixture.ts";
import { furnisher } from "../testing/furnished.ts";
import { idPositions } from "../testing/id-positions.ts";
import { type Operation, operationsOf } from "../testing/operations.ts";
import { testApi } from "../testing/test-api.ts";
import { auditOnly } from "./change-types.ts";

const recordTables = ["events", "audit_entries", "audit_seals", "idempotency_keys"];

const api = await testApi(t, { rateLimitPerMinute: 0 });
const sql = testSql(t, api.ownerUrl);

/** Everything a tenant has, but the record of how it came about. */
async function stateOf(tenantId: string): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'kith' and table_type = 'BASE TABLE'
      and table_name not in ${sql(recordTables)} order by 1`;
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await sql<{ row: string }[]>`
      select t::text as row from ${sql(`kith.${name}`)} t where tenant_id = ${tenantId} order by 1`;
    texts.push(name, ...rows.map(({ row }) => row));
  }
  return texts.join("\n");
}

const furnish = furnisher(t, api);

const takesIds = (operation: Operation) => idPositions(operation).length > 0;

const recordOf = async (tenantId: string) => ({
  events: await sql<{ type: string; id: string | null; sequence: number | null }[]>`
    select type, object_id as id, object_sequence::int as sequence from kith.events
    where tenant_id = ${tenantId} order by xid, seq`,
  entries: await sql<Record<string, string | null>[]>`
    select outcome, operation, actor_kind as "actorKind", request_id as "requestId"
    from kith.audit_entries where tenant_id = ${tenantId} order by xid, seq`,
});

t.setTimeout(240_000);

t.test("every operation that is no GET says what it records, or why nothing", async (t) => {
  for (const { id, method, changes } of operationsOf(api.app)) {
    if (method === "GET") t.equal(changes, undefined, `${id} only reads`);
    else t.ok(changes, `${id}: give its route \`changes\`, or \`changesNothing\` and why`);
  }
});

for (const operation of operationsOf(api.app).filter(({ method }) => method !== "GET")) {
  t.test(`${operation.id} records what it changes, and nothing else`, async (t) => {
    const { client, ids } = takesIds(operation)
      ? await furnish(operation.id)
      : { client: await api.client(), ids: missing };
    const request = buildRequest(operation, ids);
    const [state, record] = [await stateOf(client.tenantId), await recordOf(client.tenantId)];
    const answer = await client.call(request.method, request.url, {
      ...(request.body === undefined ? {} : { body: request.body }),
      headers: { "x-request-id": "the-request" },
    });
    t.ok(answer.status < 300, answer.text);
    const after = await recordOf(client.tenantId);
    const events = after.events.slice(record.events.length);
    const entries = after.entries.slice(record.entries.length);
    const hasChanged = (await stateOf(client.tenantId)) !== state;
    t.equal(
      entries.length > 0,
      hasChanged && operation.changes?.length !== 0,
      "recorded where something changed: call recordChange in the use case",
    );
    for (const { outcome, ...entry } of entries) {
      t.ok(operation.changes?.includes(outcome ?? ""), `${outcome} is among the route's changes`);
      t.same(entry, {
        operation: operation.id,
        actorKind: "apiKey",
        requestId: "the-request",
      });
    }
    const published = entries.map(({ outcome }) => outcome);
    t.same(
      events.map(({ type }) => type),
      published.filter((outcome) => !auditOnly.has(outcome as never)),
      "an event for each, but for what is the auditors' alone",
    );
  });
}

t.test("what changes nothing records nothing", async (t) => {
  const client = await api.client();
  const person = { externalId: "ada", name: "Ada" };
  const keyed = { headers: { "idempotency-key": "once" } };
  await client.post("/v1/people", person, keyed);
  const interaction = {
    ...{ type: "call", from: "ext:ada", to: ["ext:bo"], createPeople: true },
    ...{ occurredAt: "2026-02-01T10:00:00Z", externalId: "call-1" },
  };
  await client.post("/v1/interactions", interaction);
  const before = await recordOf(client.tenantId);
  t.equal((await client.post("/v1/people", person, keyed)).status, 201, "a retry");
  t.equal((await client.put("/v1/people/ext:ada", { name: "Ada" })).status, 200, "the same again");
  t.equal((await client.post("/v1/interactions", interaction)).status, 200, "a duplicate");
  t.equal((await client.patch("/v1/people/ext:ada", { name: 1 })).status, 400, "a mistake");
  t.equal((await client.post("/v1/people", person)).status, 409, "a conflict");
  t.equal((await client.delete("/v1/people/ext:nobody")).status, 404, "nobody");
  t.same(await recordOf(client.tenantId), before);
});

t.test("the changes of one object are counted from 1, to its end", async (t) => {
  const client = await api.client();
  const { id } = (await client.post("/v1/people", { externalId: "ada" })).body;
  await client.patch("/v1/people/ext:ada", { name: "Ada" });
  await client.put("/v1/people/ext:ada", { name: "Ada L." });
  await client.post("/v1/test-clock/advance", { days: 1 });
  await client.post("/v1/test-clock/reset");
  await client.delete(`/v1/people/${id}`);
  await decided(sql);
  const { data } = (await client.get(`/v1/events?object=${id}`)).body;
  const brief = (events: Record<string, unknown>[]) =>
    events.map(({ type, sequence, data }) => [type, sequence, data]);
  t.same(brief(data), [
    ["person.created", 1, {}],
    ["person.updated", 2, { fields: ["name"] }],
    ["person.updated", 3, { fields: ["name"] }],
    ["person.erased", 4, {}],
  ]);
  const clock = (await client.get("/v1/events?types=testClock.reset,testClock.advanced")).body;
  t.same(brief(clock.data), [
    ["testClock.advanced", 1, {}],
    ["testClock.reset", 2, {}],
  ]);
});

t.test("a batch of interactions is one event that names up to 100 new ones", async (t) => {
  const client = await api.client();
  const batchOf = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ type: "message", from: "ext:ada", to: ["ext:bo"], externalId: `m${from + index}` },
      occurredAt: new Date(Date.UTC(2026, 0, 1) + (from + index) * 60_000).toISOString(),
    }));
  const send = (items: unknown) =>
    client.post("/v1/interactions/batch?createPeople=true", items, {});
  t.equal((await send(batchOf(0, 2))).body.created, 2);
  t.equal((await send(batchOf(0, 150))).body.created, 148);
  await decided(sql);
  const { data } = (await client.get("/v1/events?types=interaction.recorded")).body;
  t.equal(data.length, 2);
  t.match(data[0], {
    object: { kind: "interaction", id: null },
    sequence: null,
    data: { count: 2, firstOccurredAt: "2026-01-01T00:00:00.000Z" },
  });
  t.equal(data[0].data.interactions.length, 2);
  t.match(data[1].data, { count: 148, lastOccurredAt: "2026-01-01T02:29:00.000Z" });
  t.equal(data[1].data.interactions, undefined);
});
