import assert from "node:assert";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { testSql } from "@kith/db/testing";
import t from "tap";
import { exportCommand, importCommand } from "../../../cli/transfer.ts";
import { hashApiKey } from "../../../http/api-key.ts";
import { toId } from "../../../http/ids.ts";
import { buildRequest, fixture } from "../../../testing/fixture.ts";
import { operationsOf } from "../../../testing/operations.ts";
import { type Client, testApi } from "../../../testing/test-api.ts";
import { decisions } from "./decisions.ts";
import { exportTenant } from "./export-tenant.ts";
import { importTenant } from "./import-tenant.ts";
import { exportedTables } from "./queries.ts";
import { splitLines } from "./split-lines.ts";

const api = await testApi(t, { rateLimitPerMinute: 0 });
const sql = testSql(t, api.ownerUrl);
t.setTimeout(240_000);

async function exported({ tenantId }: Client): Promise<string> {
  const chunks: string[] = [];
  await exportTenant(api.database, tenantId, async (chunk) => void chunks.push(chunk));
  return chunks.join("");
}

const pieces = async function* (text: string) {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += 4_099) yield bytes.subarray(from, from + 4_099);
};

const imported = ({ tenantId }: Client, text: string) =>
  importTenant(api.database, { tenantId, open: () => splitLines(pieces(text)) }, api.clock.now());

/** Rows of a table as text, without what belongs to the tenant or to the moment of writing. */
async function rowsOf(name: string, { tenantId }: Client): Promise<string[]> {
  const rows = await sql<{ row: string }[]>`
    select (to_jsonb(stored) - 'tenant_id' - 'updated_at' - 'added')::text as row
    from ${sql(`kith.${name}`)} as stored where tenant_id = ${tenantId}
    order by 1`;
  return rows.map(({ row }) => row);
}

/** Sums of doubles depend on the order of their parts in the last digits: a log has none. */
const rounded = (body: unknown): unknown =>
  JSON.parse(
    JSON.stringify(body, (_, value) =>
      typeof value === "number" ? Number(value.toPrecision(12)) : value,
    ),
  );

/** A tenant in which every operation of the API has done what its documentation shows. */
async function filledTenant(): Promise<Client> {
  const client = await api.client();
  const ids = await fixture(client);
  const writes = operationsOf(api.app).filter(
    ({ id, method }) =>
      /^(POST|PUT|PATCH)$/.test(method) && !/^(testClock|people\.(erase|merge))/.test(id),
  );
  for (const operation of writes) {
    const takesKnownIds = operation.parameters.every(
      ({ in: place, schema }) => place !== "path" || ids[schema["x-id"] as keyof typeof ids],
    );
    if (!takesKnownIds) continue;
    const { method, url, body } = buildRequest(operation, ids);
    await client.call(method, url, body === undefined ? {} : { body });
  }
  await client.patch("/v1/people/ext:grace", {
    ...{ name: 'Grace \u2028 "H" \\ ü 😀', emails: ["grace@example.org"], skills: ["Zoë"] },
    positions: [{ organization: "Navy", title: null, from: "1943-12-01" }],
    metadata: { big: 12345678901234567000, half: 0.1 },
  });
  for (const day of ["2025-03-01", "2025-03-02", "2025-08-20", "2026-01-07"]) {
    await client.post("/v1/interactions", {
      ...{ type: "advice", from: "ext:grace", to: ["ext:ada", "ext:alan"] },
      ...{ occurredAt: `${day}T08:15:00.123Z`, metadata: { room: "\u2029" } },
    });
  }
  const wrong = { type: "conflict", from: "ext:ada", to: ["ext:grace"] };
  const { body } = await client.post("/v1/interactions", {
    ...{ ...wrong, occurredAt: "2026-02-01T00:00:00Z", externalId: "wrong" },
  });
  await client.delete(`/v1/interactions/${body.id}`);
  await client.patch("/v1/ties/ext:ada/ext:grace", { note: "met at sea", roles: ["mentor"] });
  await client.put("/v1/people/ext:double", { name: "Double" });
  const merged = await client.post("/v1/people/ext:double/merge", { into: "ext:grace" });
  assert.ok(merged.status < 300, merged.text);
  return client;
}

t.test("it is decided of every table whether it is exported", async (t) => {
  const tables = await sql<{ name: string; made: string[] | null }[]>`
    select relname as name, (select array_agg(attname::text) from pg_attribute
      where attrelid = c.oid and (attidentity <> '' or attgenerated <> '')) as made
    from pg_class c where relnamespace = 'kith'::regnamespace and relkind in ('r', 'p') order by 1`;
  t.same(
    Object.keys(decisions).sort(),
    tables.map(({ name }) => name).sort(),
    "a new table needs a line in decisions.ts, a dropped one loses it",
  );
  const going = new Set(
    tables.map(({ name }) => name).filter((name) => /rows|special/.test(decisions[name]?.as ?? "")),
  );
  for (const { name, made } of tables) {
    if (going.has(name))
      t.equal(made, null, `${name} has no column that the database fills itself`);
  }
  const references = await sql<{ from: string; to: string }[]>`
    select c.relname as from, r.relname as to from pg_constraint f
    join pg_class c on c.oid = f.conrelid join pg_class r on r.oid = f.confrelid
    where f.contype = 'f' and f.connamespace = 'kith'::regnamespace and r.relname <> 'tenants'`;
  const client = await api.client();
  const order = await api.database.withTenant(client.tenantId, exportedTables);
  const place = new Map(order.map(({ name }, index) => [name, index]));
  for (const { from, to } of references.filter(({ from }) => going.has(from))) {
    t.ok(going.has(to), `${from} refers to ${to}, which goes along`);
    t.ok((place.get(to) ?? 0) < (place.get(from) ?? 0), `and comes first`);
  }
});

t.test("a tenant that was imported is exported byte for byte as it was", async (t) => {
  const client = await filledTenant();
  const copy = await api.client();
  const text = await exported(client);
  const lines = text.trimEnd().split("\n");
  t.equal(await imported(copy, text), lines.length - 2, "all but the first line and the last");
  t.ok((await exported(copy)) === text, "the same bytes");

  const going = Object.keys(decisions).filter((name) => decisions[name]?.as === "rows");
  const empty = going.filter((name) => !text.includes(`{"table":"${name}"`));
  t.comment(`tables without a row in this test: ${empty.join(", ") || "none"}`);

  t.test("and so is what was derived", async (t) => {
    for (const name of ["contact_days", "person_activity", "person_search_keys"]) {
      const rows = await rowsOf(name, client);
      t.ok(rows.length > 0, name);
      t.same(await rowsOf(name, copy), rows, name);
    }
  });

  t.test("every measure of every tie is equal, to twelve digits", async (t) => {
    const people = (await client.get("/v1/people?limit=200")).body;
    t.same((await copy.get("/v1/people?limit=200")).body.data, people.data);
    let ties = 0;
    for (const { id } of people.data) {
      const url = `/v1/people/${id}/ties?limit=200`;
      const { body } = await client.get(url);
      t.same(rounded((await copy.get(url)).body), rounded(body));
      ties += body.data.length;
      for (const { to } of body.data) {
        const one = `/v1/ties/${id}/${to.id ?? to}`;
        t.same(rounded((await copy.get(one)).body), rounded((await client.get(one)).body));
      }
    }
    t.ok(ties >= 6, `${ties} ties`);
  });

  t.test("who was erased does not come back, and receipts can still be verified", async (t) => {
    const again = await copy.put("/v1/people/ext:erased-ada", {});
    t.match(again, { status: 409, body: { code: "suppressed" } });
    const [receipt] = await sql<{ id: string }[]>`
      select id from kith.erasure_receipts where tenant_id = ${client.tenantId}`;
    const url = `/v1/erasure-receipts/${toId("erasureReceipt", receipt?.id ?? "")}`;
    const theirs = await copy.get(url);
    t.match(theirs.body, { valid: true });
    t.same(theirs.body, (await client.get(url)).body);
    await copy.put("/v1/people/ext:leaving", {});
    const erased = await copy.delete("/v1/people/ext:leaving");
    t.match(erased.body.receipt, { valid: true }, "the copy signs with a key of its own");
    t.not(erased.body.receipt.publicKey, theirs.body.publicKey);
  });

  t.test("no credential goes along", async (t) => {
    const [row] = await sql<{ key: string }[]>`
      select encode(signing_key, 'hex') as key from kith.erasure_keys
      where tenant_id = ${client.tenantId}`;
    for (const secret of [
      row?.key,
      hashApiKey(client.key).toString("hex"),
      client.key.slice(-20),
    ]) {
      t.notOk(text.includes(secret ?? "?"));
    }
    t.notOk(text.includes(client.tenantId), "nor the tenant's id");
  });

  t.test("it is on record, and the API answers the same bytes", async (t) => {
    const { data } = (await copy.get("/v1/audit-entries")).body;
    const entry = data.find(({ outcome }: { outcome: string }) => outcome === "tenant.imported");
    t.match(entry, { operation: "tenant.import", objectCount: lines.length - 2 });
    const answer = await client.get("/v1/tenant/export");
    t.equal(answer.status, 200);
    t.match(answer.headers["content-type"], "application/x-ndjson");
    t.ok(answer.text === text);
  });
});

t.test("what can't be imported leaves the tenant as it was", async (t) => {
  const client = await api.client();
  await client.put("/v1/people/ext:ada", { name: "Ada" });
  const text = await exported(client);
  const lines = text.trimEnd().split("\n");
  const person = lines.find((line) => line.startsWith('{"table":"people"')) ?? "";
  const other = (more: string[]) => [...lines.slice(0, -1), ...more].join("\n");
  const faults: [string, RegExp][] = [
    ["", /no end/],
    [lines.slice(1).join("\n"), /Line 1/],
    [lines.slice(0, -1).join("\n"), /no end/],
    [text + lines[1], /after the end/],
    [text.replace(/"lines":\d+/, '"lines":9'), /neither a row nor the end/],
    [other([person, '{"end":{"lines":4}}']), /duplicate key/],
    [other(['{"table":"api_keys","row":{}}', '{"end":{"lines":4}}']), /not imported/],
    [text.replaceAll('"headline"', '"surprise"'), /no column of people/],
    [text.replaceAll('"headline"', '"tenant_id"'), /no column of people/],
    [text.replace('"name": "Ada"', '"name": "Ada'), /JSON|Expected/],
  ];
  for (const [fault, message] of faults) {
    const target = await api.client();
    await t.rejects(imported(target, fault), { message }, String(message));
    t.same((await target.get("/v1/people")).body.data, []);
    t.equal((await target.get("/v1/tenant")).body.name, "A test");
  }
  await t.rejects(imported(client, text), /has something already/);
  t.equal(await exported(client), text);
});

t.test("the command line writes a whole file or none, for its owner's eyes", async (t) => {
  const client = await api.client();
  await client.put("/v1/people/ext:ada", { name: "Ada" });
  const folder = t.testdir({});
  const file = `${folder}/tenant.ndjson`;
  await exportCommand(api.database, toId("tenant", client.tenantId), file);
  t.equal(readFileSync(file, "utf8"), await exported(client));
  t.equal(statSync(file).mode & 0o777, 0o600);
  const copy = await api.client();
  await importCommand(api.database, toId("tenant", copy.tenantId), file, api.clock.now());
  t.equal(await exported(copy), readFileSync(file, "utf8"));
  const broken = { ...api.database, withTenant: () => Promise.reject(new Error("away")) };
  await t.rejects(
    exportCommand(broken, toId("tenant", client.tenantId), `${folder}/other`),
    /away/,
  );
  t.same(readdirSync(folder), ["tenant.ndjson"]);
});
