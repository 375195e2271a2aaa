import t from "tap";
import { testDatabase, testSql } from "../testing/index.ts";
import { checkIsolation } from "./index.ts";

t.test("the migrated schema isolates tenants", async (t) => {
  const { ownerUrl } = await testDatabase(t);
  t.same(await checkIsolation(testSql(t, ownerUrl)), []);
});

const policy = `(tenant_id = (select nullif(current_setting('kith.tenant', true), '')::uuid))`;

/** One violation of each kind; the sentence that it must be reported with. */
const violations: [what: string, statement: string, reported: RegExp][] = [
  [
    "a table whose primary key does not begin with tenant_id",
    "create table kith.planted (id uuid primary key, tenant_id uuid not null)",
    /table planted: its primary key/,
  ],
  [
    "a table without tenant_id",
    "create table kith.planted (id uuid primary key)",
    /table planted: its primary key/,
  ],
  [
    "a table without a primary key",
    "create table kith.planted (tenant_id uuid not null)",
    /table planted: its primary key/,
  ],
  [
    "a table without row-level security",
    "create table kith.planted (tenant_id uuid primary key)",
    /table planted: row-level security/,
  ],
  [
    "row-level security that is not forced",
    "alter table kith.people no force row level security",
    /table people: row-level security/,
  ],
  [
    "a table without the policy",
    "drop policy tenant_isolation on kith.people",
    /table people: its policies/,
  ],
  [
    "a policy in another form",
    "alter policy tenant_isolation on kith.people using (true)",
    /table people: its policies/,
  ],
  [
    "a policy that checks reads only",
    `drop policy tenant_isolation on kith.people;
     create policy tenant_isolation on kith.people using ${policy} with check (true)`,
    /table people: its policies/,
  ],
  [
    "a policy for one role only",
    "alter policy tenant_isolation on kith.people to kith_owner",
    /table people: its policies/,
  ],
  [
    "a second policy that opens what the first closes",
    "create policy planted on kith.people using (true)",
    /table people: its policies/,
  ],
  [
    "a unique key without tenant_id",
    "alter table kith.people add constraint planted unique (external_id)",
    /unique planted/,
  ],
  [
    "a unique index with tenant_id last",
    "create unique index planted on kith.people (external_id, tenant_id)",
    /unique planted/,
  ],
  [
    "a unique index over an expression",
    "create unique index planted on kith.people (lower(external_id), tenant_id)",
    /unique planted/,
  ],
  [
    "an exclusion constraint without tenant_id",
    "alter table kith.people add constraint planted exclude using btree (external_id with =)",
    /unique planted/,
  ],
  [
    "a foreign key without tenant_id",
    `create unique index planted_unique on kith.people (id);
     alter table kith.person_aliases add constraint planted
       foreign key (person_id) references kith.people (id)`,
    /foreign key planted of kith.person_aliases/,
  ],
  [
    "a foreign key that crosses tenant_id with another column",
    `create unique index planted_unique on kith.people (id, tenant_id);
     alter table kith.person_aliases add constraint planted
       foreign key (tenant_id, person_id) references kith.people (id, tenant_id)`,
    /foreign key planted of kith.person_aliases/,
  ],
  [
    "a view with its owner's rights",
    "create view kith.planted as select * from kith.people",
    /view planted/,
  ],
  [
    "a materialised view",
    "create materialized view kith.planted as select * from kith.people",
    /view planted/,
  ],
  [
    "a function with its owner's rights",
    "create function kith.planted() returns int language sql security definer as 'select 1'",
    /function planted: is SECURITY DEFINER/,
  ],
  [
    "TRUNCATE for the service",
    "grant truncate on kith.people to kith_app",
    /kith_app: may truncate people/,
  ],
  [
    "TRUNCATE for everybody",
    "grant truncate on kith.people to public",
    /kith_app: may truncate people/,
  ],
  [
    "a table that the service owns",
    "alter table kith.people owner to kith_app",
    /kith_app: owns something/,
  ],
  [
    "a schema in which the service may create",
    "grant create on schema kith to kith_app",
    /kith_app: may create in schema kith/,
  ],
  ["a superuser as the service", "alter role kith_app superuser", /kith_app: is a superuser/],
  ["a service with BYPASSRLS", "alter role kith_app bypassrls", /kith_app: has BYPASSRLS/],
  ["a service that may make roles", "alter role kith_app createrole", /kith_app: has CREATEROLE/],
  [
    "a service that is a member of the owner",
    "grant kith_owner to kith_app",
    /kith_app: is a member of kith_owner/,
  ],
];

t.test("each kind of violation is reported", async (t) => {
  const { ownerUrl } = await testDatabase(t);
  const sql = testSql(t, ownerUrl);
  for (const [what, statement, reported] of violations) {
    await t.test(what, async (t) => {
      // Rolled back: roles belong to the whole cluster, which other tests use at this moment.
      const rollback = new Error("rollback");
      await sql
        .begin(async (tx) => {
          await tx.unsafe(statement);
          const found = await checkIsolation(tx as never);
          t.ok(
            found.some((sentence) => reported.test(sentence)),
            found.join("\n") || "nothing reported",
          );
          throw rollback;
        })
        .catch((error) => {
          if (error !== rollback) throw error;
        });
    });
  }
  t.same(await checkIsolation(sql), [], "and nothing is left of them");
});
