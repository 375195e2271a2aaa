import type { TenantTx } from "@kith/db";
import { testSql } from "@kith/db/testing";
import t from "tap";
import { recordChange } from "../../changes/record-change.ts";
import { newUuid, toId } from "../../http/ids.ts";
import { decided } from "../../testing/decided.ts";
import { type Client, testApi } from "../../testing/test-api.ts";

const api = await testApi(t, { rateLimitPerMinute: 0 });
const sql = testSql(t, api.ownerUrl);
const record = (tx: TenantTx, id: string) =>
  recordChange(
    {
      ...{ tx, now: api.clock.now(), tenant: { clockOffsetMs: 0 } },
      actor: { kind: "operator", id: null },
      origin: { operation: "a.test", requestId: null },
    },
    { type: "person.created", id, sequence: 1 },
  );

/** Reads on from a cursor to the end there is now. */
async function readOn(client: Client, from: string | null, limit = 50) {
  const fed: { cursor: string; object: { id: string }; type: string }[] = [];
  for (let cursor = from; ; ) {
    const query = cursor === null ? "" : `&cursor=${cursor}`;
    const { body } = await client.get(`/v1/events?limit=${limit}${query}`);
    fed.push(...body.data);
    cursor = body.nextCursor;
    if (cursor === null) return { fed, cursor: fed.at(-1)?.cursor ?? from };
  }
}

t.setTimeout(120_000);

t.test("what is fed is what was committed, under 16 writers and a long transaction", async (t) => {
  const client = await api.client();
  await decided(sql);
  let { cursor } = await readOn(client, null);
  const committed: string[] = [];
  const fed: string[] = [];
  let isWriting = true;

  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: begun, resolve: hasBegun } = Promise.withResolvers<void>();
  const slowId = newUuid(api.clock.now());
  const slow = api.database.withTenant(
    client.tenantId,
    async (tx) => {
      await record(tx, slowId);
      hasBegun();
      await held;
    },
    { deadlineMs: 60_000 },
  );
  await begun;

  const writer = async (writer: number) => {
    for (let round = 0; round < 40; round++) {
      const id = newUuid(api.clock.now());
      const isRolledBack = (round + writer) % 4 === 0;
      const write = api.database.withTenant(client.tenantId, async (tx) => {
        await record(tx, id);
        if (writer % 3 === 0) await new Promise((resolve) => setTimeout(resolve, round % 7));
        if (isRolledBack) throw new Error("rolled back");
      });
      if (isRolledBack) await t.rejects(write, /rolled back/);
      else {
        await write;
        committed.push(id);
      }
    }
  };
  const follow = async () => {
    while (isWriting) {
      const read = await readOn(client, cursor, 7);
      cursor = read.cursor;
      fed.push(...read.fed.map(({ object }) => object.id));
    }
  };
  const following = follow();
  await Promise.all(Array.from({ length: 16 }, (_, index) => writer(index)));
  t.same(fed, [], "nothing overtakes the long transaction");
  letGo();
  await slow;
  committed.push(slowId);
  isWriting = false;
  await following;
  await decided(sql);
  const rest = await readOn(client, cursor, 7);
  fed.push(...rest.fed.map(({ object }) => object.id));
  t.equal(fed[0], toId("person", slowId), "what began first comes first");
  t.equal(fed.length, 481);
  t.same([...fed].sort(), committed.map((id) => toId("person", id)).sort(), "each once");
});

t.test("of transactions that overlap each is fed whole, page by page", async (t) => {
  const client = await api.client();
  await decided(sql);
  const { cursor } = await readOn(client, null);
  const [first, within, last] = [1, 2, 3].map(() => newUuid(api.clock.now())) as [
    string,
    string,
    string,
  ];
  await api.database.withTenant(client.tenantId, async (tx) => {
    await record(tx, first);
    await api.database.withTenant(client.tenantId, (other) => record(other, within));
    await record(tx, last);
  });
  await decided(sql);
  const { fed } = await readOn(client, cursor, 1);
  const ids = fed.map(({ object }) => object.id);
  t.same(
    ids,
    [first, last, within].map((id) => toId("person", id)),
  );
});

t.test("nothing is missed while writers come and go and a reader follows", async (t) => {
  const client = await api.client();
  await decided(sql);
  let { cursor } = await readOn(client, null);
  const committed: string[] = [];
  const fed: string[] = [];
  let isWriting = true;
  const writer = async (writer: number) => {
    for (let round = 0; round < 30; round++) {
      const id = newUuid(api.clock.now());
      await api.database.withTenant(client.tenantId, async (tx) => {
        await record(tx, id);
        await new Promise((resolve) => setTimeout(resolve, (writer * round) % 9));
      });
      committed.push(toId("person", id));
    }
  };
  const follow = async () => {
    while (isWriting) {
      const read = await readOn(client, cursor, 11);
      cursor = read.cursor;
      fed.push(...read.fed.map(({ object }) => object.id));
    }
  };
  const following = follow();
  await Promise.all(Array.from({ length: 16 }, (_, index) => writer(index)));
  isWriting = false;
  await following;
  await decided(sql);
  fed.push(...(await readOn(client, cursor)).fed.map(({ object }) => object.id));
  t.same([...fed].sort(), committed.sort());
});

t.test("events are filtered by type and by object, under one kind of cursor", async (t) => {
  const client = await api.client();
  const { id } = (await client.post("/v1/people", { externalId: "ada" })).body;
  await client.post("/v1/people", { externalId: "bo" });
  await client.patch("/v1/people/ext:ada", { name: "Ada" });
  await client.patch("/v1/ties/ext:ada/ext:bo", { circle: "friends" });
  await decided(sql);
  const typesOf = async (query: string) =>
    (await client.get(`/v1/events${query}`)).body.data.map(({ type }: { type: string }) => type);
  t.same(await typesOf(""), [
    ...["tenant.created", "apiKey.created", "person.created", "person.created"],
    ...["person.updated", "tie.declared"],
  ]);
  t.same(await typesOf(`?object=${id}`), ["person.created", "person.updated", "tie.declared"]);
  t.same(await typesOf("?types=tie.declared,tenant.created"), ["tenant.created", "tie.declared"]);
  t.same(await typesOf(`?types=person.updated&object=${id}`), ["person.updated"]);
  const all = (await client.get("/v1/events")).body.data;
  t.same(await typesOf(`?types=person.created&cursor=${all[2].cursor}`), ["person.created"]);
  t.equal((await client.get("/v1/events?types=person.born")).body.errors[0].pointer, "?types");
  t.equal((await client.get("/v1/events?object=ext:ada")).body.code, "invalid_id");
  t.equal((await client.get("/v1/events?cursor=nonsense")).body.code, "invalid_cursor");
});

t.test(
  "events and audit entries hold ids and names of fields, nothing that was said",
  async (t) => {
    const client = await api.client();
    const canary = {
      name: "Canary",
      emails: ["canary@example.org"],
      metadata: { canary: "canary" },
    };
    await client.post("/v1/people", { externalId: "canary-1", ...canary });
    await client.patch("/v1/people/ext:canary-1", { headline: "canary", skills: ["canary"] });
    await client.patch("/v1/tenant", { name: "canary" });
    await client.post("/v1/people", { externalId: "other" });
    await client.patch("/v1/ties/ext:canary-1/ext:other", { note: "canary", circle: "canary" });
    await client.post("/v1/interactions", {
      ...{ type: "message", from: "ext:canary-1", to: ["ext:other"], externalId: "canary" },
      ...{ occurredAt: "2026-02-01T10:00:00Z", metadata: { canary: "canary" } },
    });
    await client.post("/v1/api-keys", { name: "canary", scopes: ["admin"] });
    await client.delete("/v1/people/ext:canary-1");
    const sql = testSql(t, api.ownerUrl);
    for (const table of ["events", "audit_entries", "audit_seals"]) {
      const rows = await sql<{ row: string }[]>`
      select t::text as row from ${sql(`kith.${table}`)} t where tenant_id = ${client.tenantId}`;
      t.notMatch(rows.map(({ row }) => row).join("\n"), /canary/i, table);
    }
  },
);

t.test("pages follow each other without gap or repetition", async (t) => {
  const client = await api.client();
  const ids = Array.from({ length: 40 }, () => newUuid(api.clock.now()));
  await api.database.withTenant(client.tenantId, async (tx) => {
    for (const id of ids) await record(tx, id);
  });
  await decided(sql);
  const pages = await readOn(client, null, 9);
  t.same(
    pages.fed.filter(({ type }) => type === "person.created").map(({ object }) => object.id),
    ids.map((id) => toId("person", id)),
    "pages follow each other without gap or repetition",
  );
});
