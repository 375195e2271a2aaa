import { createDatabase } from "@kith/db";
import { testSql } from "@kith/db/testing";
import t from "tap";
import { decided } from "../testing/decided.ts";
import { testApi } from "../testing/test-api.ts";
import { expireAudit } from "./expire-audit.ts";
import { sealEntries } from "./seal-entries.ts";
import { verifyAudit } from "./verify-audit.ts";

const dayMs = 86_400_000;
const api = await testApi(t, { rateLimitPerMinute: 0 });
const sql = testSql(t, api.ownerUrl);
const owner = createDatabase({ url: api.ownerUrl });
t.teardown(() => owner.end());
const databases = { service: api.database, owner };

/** A tenant with three seals of 60, 40 and 0 days ago, two changes under each. */
async function sealedTenant() {
  const end = api.clock.now();
  api.clock.set(end - 60 * dayMs);
  const client = await api.client();
  const { tenantId } = client;
  for (const days of [60, 40, 0]) {
    api.clock.set(end - days * dayMs);
    for (let n = 0; n < 2; n++) await client.post("/v1/people", {});
    await decided(sql);
    await sealEntries(api.database, tenantId, api.clock.now());
  }
  return { client, tenantId };
}

const expire = async (tenantId: string) => {
  await decided(sql);
  return expireAudit(databases, { tenantId, batch: 1 }, api.clock.now());
};

const count = async (tenantId: string) =>
  Number(
    (await sql`select count(*) from kith.audit_entries where tenant_id = ${tenantId}`)[0]?.count,
  );

t.test("audit entries are kept as long as the tenant says, seal by seal", async (t) => {
  const { client, tenantId } = await sealedTenant();
  const neighbour = await sealedTenant();
  const before = await verifyAudit(api.database, tenantId);
  t.equal(await expire(tenantId), null, "without a setting all are kept");
  t.equal((await client.patch("/v1/tenant", { auditRetentionDays: 29 })).status, 400);
  t.equal((await client.patch("/v1/tenant", { auditRetentionDays: 30 })).status, 200);
  t.equal(await expire(tenantId), 6, "a new tenant's two, and two of each old seal");
  t.equal(await expire(tenantId), 0);
  const left = (await client.get("/v1/audit-entries")).body.data;
  const outcomes = left.map(({ outcome }: { outcome: string }) => outcome);
  t.same(outcomes.slice(0, 2), ["auditEntry.expired", "auditEntry.expired"], "it is on record");
  t.same(left[0].objectCount, 2);
  t.equal(
    left.filter(({ outcome }: { outcome: string }) => outcome === "person.created").length,
    2,
  );
  t.match(await verifyAudit(api.database, neighbour.tenantId), { fault: null, anchor: null });

  const head = before.head;
  await sealEntries(api.database, tenantId, api.clock.now());
  const after = await verifyAudit(api.database, tenantId, head);
  t.match(after, { fault: null, anchor: { number: 2 }, knowsHead: true }, "the chain holds on");
});

t.test("with all of it deleted, the chain goes on from its last seal", async (t) => {
  const { client, tenantId } = await sealedTenant();
  await client.patch("/v1/tenant", { auditRetentionDays: 30 });
  await decided(sql);
  await sealEntries(api.database, tenantId, api.clock.now());
  const { head } = await verifyAudit(api.database, tenantId);
  api.clock.set(api.clock.now() + 31 * dayMs);
  t.ok(await expire(tenantId));
  await decided(sql);
  await sealEntries(api.database, tenantId, api.clock.now());
  const found = await verifyAudit(api.database, tenantId, head);
  t.match(found, { fault: null, knowsHead: true, unsealed: 0 });
  t.ok(found.sealed > 0, "what was recorded of the deletion is sealed");
});

t.test("tampering shows after deletion too", async (t) => {
  const { client, tenantId } = await sealedTenant();
  await client.patch("/v1/tenant", { auditRetentionDays: 30 });
  await expire(tenantId);
  const hidden = await sealedTenant();
  const [seal] = await sql`
    select * from kith.audit_seals where tenant_id = ${hidden.tenantId} and number = 2`;
  await sql`insert into kith.audit_anchors (tenant_id, number, upto_xid, upto_seq, hash, kept_from)
    values (${hidden.tenantId}, 2, ${seal?.upto_xid}, ${seal?.upto_seq}, ${seal?.hash}, now())`;
  t.match(
    (await verifyAudit(api.database, hidden.tenantId)).fault,
    { what: "entry added", seal: 2 },
    "a beginning that was moved over entries that are there",
  );
  await sql`update kith.audit_anchors set hash = sha256('x') where tenant_id = ${tenantId}`;
  t.match((await verifyAudit(api.database, tenantId)).fault, { what: "seal altered", seal: 3 });
  await sql`delete from kith.audit_anchors where tenant_id = ${tenantId}`;
  t.match((await verifyAudit(api.database, tenantId)).fault, { what: "seal missing", seal: 1 });
});

t.test("the service itself may neither delete entries nor say where they begin", async (t) => {
  const { tenantId } = await sealedTenant();
  const service = { service: api.database, owner: api.database };
  await sql`update kith.tenants set settings = '{"auditRetentionDays": 30}'
    where tenant_id = ${tenantId}`;
  const before = await count(tenantId);
  await t.rejects(expireAudit(service, { tenantId }, api.clock.now()), /permission denied/);
  t.equal(await count(tenantId), before);
  const asService = testSql(t, api.url);
  await asService
    .begin(async (tx) => {
      await tx.unsafe(`set local kith.tenant = '${tenantId}'`);
      await tx`insert into kith.audit_anchors values (${tenantId}, 9, '1', 1, sha256('x'), now())`;
    })
    .then(
      () => t.fail("it could"),
      (error) => t.match(error.message, /permission denied/),
    );
});
