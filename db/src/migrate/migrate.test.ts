import postgres from "postgres";
import t, { type Test } from "tap";
import { checkIsolation, dumpSchema } from "../catalogue/index.ts";
import { startThrowAway } from "../embedded/index.ts";
import { appUrl, type Migration, migrate, readMigrations } from "./index.ts";

// A cluster of its own: these tests make and remove the roles that all databases of a cluster share.
const cluster = await startThrowAway();
t.teardown(() => cluster.stop());

function open(t: Test, url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  t.teardown(() => sql.end({ timeout: 5 }));
  return sql;
}

async function emptyDatabase(t: Test, name: string, owner?: string): Promise<string> {
  const sql = open(t, cluster.ownerUrl);
  await sql`create database ${sql(name)}`;
  if (owner) await sql`alter database ${sql(name)} owner to ${sql(owner)}`;
  const url = new URL(cluster.ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

const names = readMigrations().map(({ name }) => name);
const extra = (statements: string, name = "9001-extra.sql"): Migration[] => [
  ...readMigrations(),
  { name, statements, checksum: statements },
];

t.test("migrates once; again is no work", async (t) => {
  const url = await emptyDatabase(t, "once");
  t.same(await migrate(url), { applied: names });
  t.same(await migrate(url), { applied: [] });
});

t.test(
  "several processes at once apply each migration once, and wait for each other",
  async (t) => {
    const url = await emptyDatabase(t, "at_once");
    const results = await Promise.all([1, 2, 3, 4].map(() => migrate(url)));
    t.same(
      results.flatMap(({ applied }) => applied),
      names,
    );
  },
);

t.test("a database of the same cluster is migrated beside the first", async (t) => {
  const urls = [await emptyDatabase(t, "one"), await emptyDatabase(t, "two")];
  const results = await Promise.all(urls.map((url) => migrate(url)));
  t.same(
    results.flatMap(({ applied }) => applied),
    [...names, ...names],
  );
});

t.test("history that was changed, removed or slipped in is refused by name", async (t) => {
  const url = await emptyDatabase(t, "history");
  await migrate(url, { migrations: extra("select 1") });
  await t.rejects(migrate(url, { migrations: extra("select 2") }), {
    message: /9001-extra\.sql was changed after it had been applied/,
  });
  await t.rejects(migrate(url), {
    message: /9001-extra\.sql, which this version of Kith does not know/,
  });
  const slippedIn = [
    ...extra("select 1"),
    { name: "0000-early.sql", statements: "", checksum: "" },
  ];
  slippedIn.sort((x, y) => (x.name < y.name ? -1 : 1));
  await t.rejects(migrate(url, { migrations: slippedIn }), {
    message: /0000-early\.sql sorts before 0001-foundation\.sql/,
  });
});

t.test("a migration that fails leaves nothing behind and says which", async (t) => {
  const url = await emptyDatabase(t, "failing");
  const broken = extra("create table kith.half (tenant_id uuid primary key); select 1 / 0;");
  await t.rejects(migrate(url, { migrations: broken }), {
    message: /9001-extra\.sql failed and was rolled back: division by zero/,
  });
  const sql = open(t, url);
  t.same(await sql`select to_regclass('kith.half') as half`, [{ half: null }]);
  t.same(await migrate(url), { applied: [] }, "what came before it stays applied");
});

t.test("a table that a later migration adds is put under row-level security unasked", async (t) => {
  const url = await emptyDatabase(t, "later");
  await migrate(url, { migrations: extra("create table kith.later (tenant_id uuid primary key)") });
  t.same(await checkIsolation(open(t, url)), []);
  const app = open(t, appUrl(url));
  t.same(await app`select * from kith.later`, [], "and the service may use it");
  await t.rejects(app`insert into kith.later values (gen_random_uuid())`, { code: "42501" });
});

t.test("an owner who is no superuser, as managed services give it, is enough", async (t) => {
  const admin = open(t, cluster.ownerUrl);
  const plain = await emptyDatabase(t, "reference");
  await migrate(plain);
  const expected = await dumpSchema(open(t, plain));
  await dropRoles(admin);
  await admin`create role managed login createrole password 'p@ss w/ord'`;
  const url = new URL(await emptyDatabase(t, "managed", "managed"));
  url.username = "managed";
  url.password = encodeURIComponent("p@ss w/ord");
  t.same(await migrate(url.href), { applied: names });
  t.same(await migrate(url.href), { applied: [] });
  const asAdmin = open(t, cluster.ownerUrl.replace(/postgres$/, "managed"));
  t.equal(await dumpSchema(asAdmin), expected, "the same schema as a superuser makes");
  t.same(await checkIsolation(asAdmin), []);
  t.same(await open(t, appUrl(url.href))`select from kith.people`, []);
});

t.test("the service's password follows the owner's, or is the one given", async (t) => {
  const url = await emptyDatabase(t, "password");
  await migrate(url);
  const admin = open(t, cluster.ownerUrl);
  await admin`alter role kith_app password 'older'`;
  await t.rejects(open(t, appUrl(url))`select 1`, { code: "28P01" });
  await migrate(url);
  t.same(await open(t, appUrl(url))`select 1 as one`, [{ one: 1 }]);
  const given = { appPassword: `it's \\ "given"` };
  await migrate(url, given);
  t.same(await open(t, appUrl(url, given))`select 1 as one`, [{ one: 1 }]);
  t.equal(appUrl(url), appUrl(url), "the same in every process");
  t.throws(() => appUrl("postgres://owner@host/db"), /no password to derive/);
});

t.test("a kith_app that could pass row-level security is refused", async (t) => {
  const url = await emptyDatabase(t, "unsafe_app");
  const admin = open(t, cluster.ownerUrl);
  await admin`alter role kith_app bypassrls`;
  await t.rejects(migrate(url), { message: /kith_app exists with rights/ });
  await admin`alter role kith_app nobypassrls`;
  t.same(await migrate(url), { applied: names });
});

t.test("a role without rights gets a sentence on what it lacks", async (t) => {
  const admin = open(t, cluster.ownerUrl);
  await dropRoles(admin);
  await admin`create role powerless login password 'x'`;
  const url = new URL(await emptyDatabase(t, "powerless", "powerless"));
  url.username = "powerless";
  url.password = "x";
  await t.rejects(migrate(url.href), {
    message: /may not create the role kith_owner\. Give it CREATEROLE/,
  });
});

t.test("asking to distribute without Citus says so", async (t) => {
  const url = await emptyDatabase(t, "no_citus");
  await t.rejects(migrate(url, { distribute: true }), {
    message: /extension citus is not installed/,
  });
});

t.test("a URL that is none is refused without repeating it", async (t) => {
  await t.rejects(migrate("secret"), { message: /not of the form postgres:\/\// });
});

/** Removes the shared roles, with every database that uses them. */
async function dropRoles(admin: postgres.Sql) {
  const used = await admin<{ name: string }[]>`
    select datname as name from pg_database where datname not in ('postgres', 'template0', 'template1')`;
  for (const { name } of used) await admin`drop database ${admin(name)} with (force)`;
  await admin`drop role if exists kith_app, kith_owner`;
}
