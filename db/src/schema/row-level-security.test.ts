import { randomUUID } from "node:crypto";
import { eq, getTableColumns, getTableName, is, type SQL, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import t from "tap";
import { mergeEvidence, type TenantTx } from "../index.ts";
import { createTenant, testDatabase, testSql } from "../testing/index.ts";
import * as schema from "./index.ts";

const tables = Object.values(schema).filter((item) => is(item, PgTable));
const violatesPolicy = { code: "42501" };
/** What the service may not even do to its own tenant's rows. */
const appendOnly = new Map<PgTable, string[]>([
  [schema.events, ["update", "lock"]],
  [schema.auditEntries, ["update", "delete", "lock"]],
  [schema.auditSeals, ["update", "delete", "lock"]],
  [schema.auditAnchors, ["update", "delete", "lock"]],
]);
const { database, url, ownerUrl } = await testDatabase(t);
const [ours, theirs] = [await createTenant(database), await createTenant(database)];
const [aId = "", bId = ""] = [randomUUID(), randomUUID()].sort();

await database.withTenant(theirs, async (tx) => {
  const tenantId = theirs;
  await tx.insert(schema.people).values([
    { tenantId, id: aId, externalId: "a" },
    { tenantId, id: bId, externalId: "b" },
  ]);
  await tx.insert(schema.apiKeys).values({
    ...{ tenantId, id: aId, name: "key", hint: "abcd", scopes: [] },
    secretHash: Buffer.alloc(32, 1),
  });
  await tx.insert(schema.signingSecrets).values({
    ...{ tenantId, id: aId, name: "secret", origin: "platform" },
    publicKey: Buffer.alloc(32, 1),
  });
  await tx.insert(schema.frames).values({ tenantId, personId: aId });
  await tx.insert(schema.nudgePreferences).values({ tenantId, personId: aId });
  await tx.insert(schema.nudgeActions).values({
    ...{ tenantId, personId: aId, nudgeId: aId, kind: "thank", subjectId: bId, occasion: "0" },
    ...{ action: "done", actedAt: 0 },
  });
  await tx.insert(schema.personAliases).values({ tenantId, alias: "old", personId: aId });
  await tx
    .insert(schema.personSearchKeys)
    .values({ tenantId, kind: "name", key: "ada", personId: aId });
  await tx.insert(schema.personActivity).values({ tenantId, personId: aId, lastSeenAt: 0 });
  await tx.insert(schema.interactions).values({
    ...{ tenantId, id: randomUUID(), ordinal: 0, fromId: aId, toId: bId, occurredAt: 0 },
    ...{ type: "message", category: "contact" },
  });
  await tx.insert(schema.contactDays).values({ tenantId, aId, bId, day: 0, mask: 1, added: 1 });
  await mergeEvidence(tx, [{ aId, bId, ...evidence() }], { cadencePriorDays: 14 });
  await tx.insert(schema.tieDeclarations).values({ tenantId, fromId: aId, toId: bId });
  await tx.insert(schema.perceptionChecks).values({
    ...{ tenantId, id: aId, actor: "key", decision: "hire", concern: "none", reasons: [] },
    ...{ deciderId: aId, subjectId: bId, model: "", askedAt: 0 },
  });
  await tx.insert(schema.modelCalibrations).values({
    ...{ tenantId, id: aId, number: 1, outcome: "notBetter", horizonDays: 30, windows: 3 },
    ...{ scaleBefore: 1, scaleAfter: 1, findings: {}, measuredAt: 0 },
  });
  await tx.insert(schema.erasureKeys).values({
    ...{ tenantId, suppressionKey: Buffer.alloc(32), signingKey: Buffer.alloc(48) },
  });
  await tx.insert(schema.erasureReceipts).values({
    ...{ tenantId, id: aId, statement: "{}", signature: Buffer.alloc(64), erasedAt: 0 },
  });
  await tx.insert(schema.suppressions).values({
    ...{ tenantId, hash: Buffer.alloc(32), kind: "email", receiptId: aId, createdAt: 0 },
  });
  const at = { objectKind: "person", objectId: aId };
  await tx.insert(schema.events).values({
    ...{ tenantId, id: aId, type: "person.created", objectSequence: 1, occurredAt: 0 },
    ...at,
  });
  await tx.insert(schema.auditEntries).values({
    ...{ tenantId, id: aId, actorKind: "operator", operation: "people.create" },
    ...{ outcome: "person.created", objectCount: 1, recordedAt: 0 },
    ...at,
  });
  await tx.insert(schema.auditSeals).values({
    ...{ tenantId, number: 1, leaves: Buffer.alloc(48), hash: Buffer.alloc(32) },
    ...{ uptoXid: "1", uptoSeq: 1, sealedAt: 0 },
  });
  await tx
    .insert(schema.idempotencyKeys)
    .values({ tenantId, actor: "key", key: "1", fingerprint: Buffer.alloc(32) });
  await tx.insert(schema.rateCounts).values({
    ...{ tenantId, kind: "key", subjectId: aId, minute: 0, quota: 1, used: 1, granted: 1 },
  });
  await tx.insert(schema.eventWindows).values({ tenantId, uptoXid: "1", uptoSeq: 1, keptFrom: 0 });
});

// What people do for each other: all of it about the same two, and a third who introduces them.
await database.withTenant(theirs, async (tx) => {
  const cId = randomUUID();
  const base = { tenantId: theirs, id: aId, personId: aId, createdAt: 0, updatedAt: 0 };
  const open = { ...base, audience: "public", title: "one" } as const;
  await tx.insert(schema.people).values({ tenantId: theirs, id: cId });
  await tx.insert(schema.asks).values({ ...open, kind: "advice", expiresAt: 1 });
  await tx.insert(schema.offers).values({ ...open, kinds: ["advice"] });
  await tx.insert(schema.goals).values({ ...open, kind: "skill", target: "law" });
  const named = { tenantId: theirs, personId: bId };
  await tx.insert(schema.askHelpers).values({ ...named, objectId: aId });
  await tx.insert(schema.askRecipients).values({ ...named, objectId: aId });
  await tx.insert(schema.offerRecipients).values({ ...named, objectId: aId });
  await tx.insert(schema.goalRecipients).values({ ...named, objectId: aId });
  await tx.insert(schema.introductions).values({
    ...{ ...base, requesterId: aId, introducerId: cId, targetId: bId, requestedAt: 0 },
    ...{ purpose: "advice", blurb: "one" },
  });
  await tx
    .insert(schema.gatherings)
    .values({ ...base, title: "one", kind: "dinner", startsAt: 0, endsAt: 1 });
  await tx
    .insert(schema.gatheringAttendees)
    .values({ ...named, gatheringId: aId, response: "going" });
  await tx
    .insert(schema.milestones)
    .values({ ...base, kind: "jubilee", month: 2, day: 29, yearly: true });
  await tx.insert(schema.mentorshipPrograms).values({
    ...{ ...base, name: "one", acrossOrganizations: true },
  });
  await tx.insert(schema.mentorshipParticipants).values({
    ...{ ...base, programId: aId, seeks: true, capacity: 1, wants: [], offers: [], notWith: [] },
  });
  await tx.insert(schema.mentorships).values({
    ...{ ...base, mentorId: aId, menteeId: bId, state: "active", topics: [] },
    ...{ mentorAccepted: true, menteeAccepted: true },
  });
  await tx.insert(schema.mentorshipSessions).values({
    ...{ ...base, mentorshipId: aId, startsAt: 0, state: "planned" },
    ...{ questions: [], feedback: [], ideas: [], actions: [] },
  });
});
// The service may not write it at all.
await testSql(t, ownerUrl)`
  insert into kith.audit_anchors (tenant_id, number, upto_xid, upto_seq, hash, kept_from)
  values (${theirs}, 1, '1', 1, ${Buffer.alloc(32)}, now())`;

function evidence() {
  const none = { log2WeightBa: -Infinity, log2HelpAb: -Infinity, log2HelpBa: -Infinity };
  const moments = { lastBaAt: null, lastConflictAt: null, lastRepairAt: null };
  return {
    ...none,
    ...moments,
    ...{ log2Weight: 0, log2RecentWeight: 0, log2WeightAb: 0 },
    ...{ contactDays: 1, helpDaysAb: 0, helpDaysBa: 0, firstDay: 0, lastDay: 0 },
    ...{ firstContactAt: 0, lastContactAt: 0, lastAbAt: 0 },
  };
}

t.test(
  "every table holds a row of another tenant, so that the tests below mean something",
  async (t) => {
    for (const table of tables) {
      const rows = await database.withTenant(theirs, (tx) => tx.select().from(table));
      t.not(rows.length, 0, getTableName(table));
    }
  },
);

t.test("another tenant's rows can't be read, in any table", async (t) => {
  for (const table of tables.filter((table) => table !== schema.tenants)) {
    const name = getTableName(table);
    t.same(await database.withTenant(ours, (tx) => tx.select().from(table)), [], name);
  }
  const rows = await database.withTenant(ours, (tx) => tx.select().from(schema.tenants));
  t.same(
    rows.map(({ tenantId }) => tenantId),
    [ours],
    "of tenants only one's own",
  );
  t.same(await database.withTenant(ours, (tx) => tx.select().from(schema.ties)), [], "ties");
});

t.test("another tenant's rows can't be changed, taken over or deleted, in any table", async (t) => {
  for (const table of tables) {
    const name = getTableName(table);
    const ofOthers = sql`${getTableColumns(table).tenantId} = ${theirs}`;
    const refused = appendOnly.get(table) ?? [];
    const attempt = async (verb: string, statement: SQL) => {
      const tried = database.withTenant(ours, (tx) => tx.execute(statement));
      if (refused.includes(verb)) await t.rejects(tried, violatesPolicy, `${name}: ${verb}`);
      else t.equal((await tried).length, 0, `${name}: ${verb}`);
    };
    await attempt(
      "update",
      sql`update ${table} set tenant_id = ${ours} where ${ofOthers} returning 1`,
    );
    await attempt("delete", sql`delete from ${table} where ${ofOthers} returning 1`);
    await attempt("lock", sql`select from ${table} where ${ofOthers} for update`);
    const left = await database.withTenant(theirs, (tx) => tx.select().from(table));
    t.not(left.length, 0, `${name}: still there`);
  }
});

const violatesForeignKey = { code: "23503" };
const asUs = <T>(fn: (tx: TenantTx) => Promise<T>) => database.withTenant(ours, fn);

t.test(
  "the record of changes can be added to, not rewritten, by its own tenant either",
  async (t) => {
    for (const [table, refused] of appendOnly) {
      const attempts: Record<string, SQL> = {
        update: sql`update ${table} set tenant_id = tenant_id`,
        delete: sql`delete from ${table} where false`,
        lock: sql`select from ${table} for update`,
      };
      for (const verb of refused) {
        await t.rejects(
          database.withTenant(theirs, (tx) => tx.execute(attempts[verb] as SQL)),
          violatesPolicy,
          `${getTableName(table)}: ${verb}`,
        );
      }
    }
  },
);

t.test("a row can't be written into another tenant", async (t) => {
  await t.rejects(
    asUs((tx) => tx.insert(schema.people).values({ tenantId: theirs, id: randomUUID() })),
    violatesPolicy,
  );
  await t.rejects(
    asUs((tx) =>
      tx.insert(schema.people).values({ tenantId: theirs, id: aId }).onConflictDoNothing(),
    ),
    violatesPolicy,
    "nor does an upsert tell that it exists",
  );
  const own = randomUUID();
  await asUs(async (tx) => {
    await tx.insert(schema.people).values({ tenantId: ours, id: own });
  });
  await t.rejects(
    asUs((tx) =>
      tx.update(schema.people).set({ tenantId: theirs }).where(eq(schema.people.id, own)),
    ),
    violatesPolicy,
    "nor moved there",
  );
});

t.test("the same ids and names may be used by two tenants", async (t) => {
  await asUs(async (tx) => {
    await tx.insert(schema.people).values({ tenantId: ours, id: aId, externalId: "a" });
  });
  t.equal((await asUs((tx) => tx.select().from(schema.people))).length, 2);
});

t.test("a foreign key can't reach another tenant's person", async (t) => {
  await t.rejects(
    asUs((tx) =>
      tx.insert(schema.personAliases).values({ tenantId: ours, alias: "x", personId: bId }),
    ),
    violatesForeignKey,
  );
  await t.rejects(
    asUs((tx) => mergeEvidence(tx, [{ aId, bId, ...evidence() }], { cadencePriorDays: 14 })),
    violatesForeignKey,
  );
});

t.test("without a tenant nothing can be read or written", async (t) => {
  const plain = testSql(t, url);
  for (const table of tables) {
    const name = getTableName(table);
    t.same(await plain`select from kith.${plain(name)}`, [], name);
  }
  await t.rejects(
    plain`insert into kith.tenants (tenant_id, name, mode) values (${ours}, 'x', 'test')`,
    {
      code: "42501",
    },
  );
  await plain`select set_config('kith.tenant', '', false)`;
  t.same(await plain`select from kith.people`, [], "nor with an empty one");
});

t.test("the service's role can't truncate, alter, or take off its bonds", async (t) => {
  const plain = testSql(t, url);
  for (const statement of [
    "truncate kith.people",
    "alter table kith.people disable row level security",
    "alter table kith.people no force row level security",
    "drop policy tenant_isolation on kith.people",
    "create policy mine on kith.people using (true)",
    "set role kith_owner",
    "alter role kith_app bypassrls",
    "create table kith.mine ()",
    "create function kith.mine() returns int language sql as 'select 1'",
    "select * from kith_meta.migrations",
  ]) {
    await t.rejects(plain.unsafe(statement), violatesPolicy, statement);
  }
  await t.rejects(
    plain.begin(async (tx) => {
      await tx`set local row_security = off`;
      await tx`select * from kith.people`;
    }),
    violatesPolicy,
    "row_security = off raises instead of showing all",
  );
});

t.test("withTenant takes nothing but a UUID as tenant", async (t) => {
  for (const tenantId of [
    "",
    "*",
    `${theirs}'; reset kith.tenant; --`,
    theirs.toUpperCase(),
    ` ${ours}`,
  ]) {
    await t.rejects(
      database.withTenant(tenantId, async () => {}),
      TypeError,
      tenantId,
    );
  }
});

t.test("a query's parameters can't change the tenant", async (t) => {
  const attack = `'; set local kith.tenant = '${theirs}'; --`;
  const rows = await asUs(async (tx) => {
    await tx.select().from(schema.people).where(eq(schema.people.externalId, attack));
    await tx.execute(sql`select ${attack}::text, ${`kith.tenant = '${theirs}'`}::text`);
    return tx.execute(sql`select current_setting('kith.tenant') as tenant`);
  });
  t.same(rows[0], { tenant: ours });
});

t.test(
  "the tenant of one transaction is not seen by the next on the same connection",
  async (t) => {
    const plain = testSql(t, url);
    await plain.begin(async (tx) => {
      await tx.unsafe(`set local kith.tenant = '${theirs}'`);
      t.not((await tx`select from kith.people`).length, 0);
    });
    t.same(await plain`select from kith.people`, []);
  },
);
