import { testSql } from "@kith/db/testing";
import t from "tap";
import { decided } from "../testing/decided.ts";
import { testApi } from "../testing/test-api.ts";
import { readStretch } from "./queries/seals.ts";
import { makeSeal } from "./seal-chain.ts";
import { sealEntries } from "./seal-entries.ts";
import { verifyAudit } from "./verify-audit.ts";

const api = await testApi(t);
const sql = testSql(t, api.ownerUrl);
const { database } = api;

/** Seals all that there is. */
async function seal(tenantId: string): Promise<number> {
  await decided(sql);
  return (await sealEntries(database, tenantId, api.clock.now())).sealed;
}

/** A tenant with sealed entries: the places of all of them, oldest first. */
async function sealedTenant(count = 6) {
  const client = await api.client();
  for (let person = 0; person < count; person++) {
    await client.post("/v1/people", { externalId: `p${person}` });
    if (person % 3 === 2) await seal(client.tenantId);
  }
  const { tenantId } = client;
  const places = await sql<{ xid: string; seq: string }[]>`
    select xid::text, seq::text from kith.audit_entries
    where tenant_id = ${tenantId} order by xid, seq`;
  return { client, tenantId, places, at: (index: number) => places[index] as (typeof places)[0] };
}

t.test("entries that were not touched hold against their seals", async (t) => {
  const { client, tenantId, places } = await sealedTenant();
  const before = await verifyAudit(database, tenantId);
  t.match(before, { fault: null, seals: 2, sealed: places.length, unsealed: 0 });
  await client.post("/v1/people", {});
  t.match(await verifyAudit(database, tenantId), { fault: null, unsealed: 1, head: before.head });
  t.equal(await seal(tenantId), 1);
  t.equal(await seal(tenantId), 0, "each is sealed once");
  const after = await verifyAudit(database, tenantId, before.head);
  t.match(after, { fault: null, seals: 3, unsealed: 0, knowsHead: true });
  t.not(after.head, before.head);
});

const tamperings: [
  what: string,
  how: (of: string, xid: string, seq: string) => Promise<unknown>,
][] = [
  [
    "entry altered",
    (of, xid, seq) => sql`
        update kith.audit_entries set outcome = 'person.erased'
        where tenant_id = ${of} and xid = ${xid}::xid8 and seq = ${seq}`,
  ],
  [
    "entry altered",
    (of, xid, seq) => sql`
        update kith.audit_entries set recorded_at = recorded_at + interval '1 microsecond'
        where tenant_id = ${of} and xid = ${xid}::xid8 and seq = ${seq}`,
  ],
  [
    "entry altered",
    (of, xid, seq) => sql`
        update kith.audit_entries set actor_id = null
        where tenant_id = ${of} and xid = ${xid}::xid8 and seq = ${seq}`,
  ],
  [
    "entry missing",
    (of, xid, seq) => sql`
        delete from kith.audit_entries
        where tenant_id = ${of} and xid = ${xid}::xid8 and seq = ${seq}`,
  ],
];

for (const [index, [what, tamper]] of tamperings.entries()) {
  t.test(`the owner's tampering shows: ${what} (${index})`, async (t) => {
    const { tenantId, at } = await sealedTenant();
    const { xid, seq } = at(4);
    await tamper(tenantId, xid, seq);
    const later = at(6);
    await tamper(tenantId, later.xid, later.seq);
    const { fault } = await verifyAudit(database, tenantId);
    t.same(fault, { what, seal: 1, entry: { xid, seq } }, "the first of two is named");
  });
}

t.test("an entry that is put among sealed ones later shows, whoever adds it", async (t) => {
  const { tenantId, at } = await sealedTenant();
  const { xid, seq } = at(2);
  const [added] = await sql<{ seq: string }[]>`
    insert into kith.audit_entries (tenant_id, xid, id, actor_kind, operation, outcome,
      object_kind, object_count, recorded_at)
    values (${tenantId}, ${xid}::xid8, gen_random_uuid(), 'operator', 'people.create',
      'person.created', 'person', 1, now())
    returning seq::text`;
  t.ok(Number(added?.seq) > Number(seq));
  const { fault } = await verifyAudit(database, tenantId);
  t.same(fault, { what: "entry added", seal: 1, entry: { xid, seq: added?.seq } });
});

t.test("a seal that is changed, replaced or taken out shows", async (t) => {
  const change = await sealedTenant();
  await sql`update kith.audit_seals set leaves = leaves || leaves
    where tenant_id = ${change.tenantId} and number = 2`;
  t.same((await verifyAudit(database, change.tenantId)).fault, {
    what: "seal altered",
    seal: 2,
    entry: null,
  });
  const remove = await sealedTenant();
  await sql`delete from kith.audit_seals where tenant_id = ${remove.tenantId} and number = 1`;
  t.match((await verifyAudit(database, remove.tenantId)).fault, { what: "seal missing", seal: 1 });
});

t.test("a seal made anew over tampered entries does not fit the one after it", async (t) => {
  const { tenantId, at } = await sealedTenant();
  const last = at(4);
  await sql`update kith.audit_entries set actor_id = null
    where tenant_id = ${tenantId} and xid = ${last.xid}::xid8 and seq = ${last.seq}`;
  const stretch = { after: { xid: "0", seq: "0" }, upTo: last, limit: null };
  const entries = await database.withTenant(tenantId, (tx) => readStretch(tx, stretch));
  const { leaves, hash } = makeSeal(tenantId, null, entries);
  await sql`update kith.audit_seals set leaves = ${leaves}, hash = ${hash}
    where tenant_id = ${tenantId} and number = 1`;
  const { fault } = await verifyAudit(database, tenantId);
  t.same(fault, { what: "seal altered", seal: 2, entry: null });
});

t.test("a chain that is cut at its end, or made anew, no longer knows its old head", async (t) => {
  const { tenantId, at } = await sealedTenant();
  const { head } = await verifyAudit(database, tenantId);
  await sql`delete from kith.audit_seals where tenant_id = ${tenantId}`;
  const { xid, seq } = at(4);
  await sql`delete from kith.audit_entries
    where tenant_id = ${tenantId} and xid = ${xid}::xid8 and seq = ${seq}`;
  await seal(tenantId);
  t.match(await verifyAudit(database, tenantId, head), { fault: null, knowsHead: false });
});

t.test("an entry is not sealed before all that could precede it are decided", async (t) => {
  const client = await api.client();
  await seal(client.tenantId);
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: begun, resolve: hasBegun } = Promise.withResolvers<void>();
  const slow = sql.begin(async (tx) => {
    await tx`select pg_current_xact_id()`;
    hasBegun();
    await held;
  });
  await begun;
  await client.post("/v1/people", {});
  t.same(await sealEntries(database, client.tenantId, api.clock.now()), {
    sealed: 0,
    isDone: false,
  });
  letGo();
  await slow;
  t.equal(await seal(client.tenantId), 1);
});

t.test("many that write and seal at once make one chain over everything", async (t) => {
  const client = await api.client();
  const write = async () => {
    for (let count = 0; count < 5; count++) {
      t.equal((await client.post("/v1/people", {})).status, 201);
      await sealEntries(database, client.tenantId, api.clock.now());
    }
  };
  await Promise.all(Array.from({ length: 8 }, write));
  await seal(client.tenantId);
  const found = await verifyAudit(database, client.tenantId);
  t.match(found, { fault: null, sealed: 42, unsealed: 0 });
});

t.test("the service seals by itself, a moment after a write", async (t) => {
  const own = await testApi(t, { sealAfterMs: 1 });
  const client = await own.client();
  t.equal((await client.post("/v1/people", {})).status, 201);
  const isSealed = async () => (await verifyAudit(own.database, client.tenantId)).unsealed === 0;
  while (!(await isSealed())) await new Promise((resolve) => setTimeout(resolve, 10));
  t.match(await verifyAudit(own.database, client.tenantId), { fault: null, sealed: 3 });
});
