import { sql } from "drizzle-orm";
import postgres from "postgres";
import t, { type Test } from "tap";
import { testDatabase } from "../testing/index.ts";
import { createDatabase, type TenantTx } from "./index.ts";

const tenant = "00000000-0000-7000-8000-00000000000a";
const other = "00000000-0000-7000-8000-00000000000b";

async function withNotes(t: Test) {
  const { url, ownerUrl } = await testDatabase(t);
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await owner`create table public.notes (id int primary key, body text)`;
  await owner`grant all on public.notes to kith_app`;
  await owner.end();
  // One connection, so that every transaction meets what the one before left behind.
  const database = createDatabase({ url, maxConnections: 1 });
  t.teardown(() => database.end());
  return database;
}

const write = (tx: TenantTx, id: number) =>
  tx.execute(sql`insert into public.notes (id, body) values (${id}, 'a note')`);

async function ids(tx: TenantTx): Promise<unknown[]> {
  return (await tx.execute(sql`select id from public.notes order by id`)).map(({ id }) => id);
}

async function currentTenant(tx: TenantTx): Promise<unknown> {
  const [row] = await tx.execute(sql`select current_setting('kith.tenant', true) as tenant`);
  return row?.tenant;
}

t.test("the tenant holds for one transaction and no longer", async (t) => {
  const database = await withNotes(t);
  t.equal(await database.withTenant(tenant, currentTenant), tenant);
  t.equal(await database.withTenant(other, currentTenant, { readOnly: true }), other);
  const afterwards = await database.withTenant(tenant, async (tx) => {
    await tx.execute(sql`commit`);
    return currentTenant(tx);
  });
  t.equal(afterwards, "", "outside of the transaction there is no tenant");
});

t.test("a tenant that is not a UUID never reaches the database", async (t) => {
  const database = await withNotes(t);
  const wrong = [
    "",
    "x",
    `${tenant}'; drop table public.notes; --`,
    `${tenant}\n`,
    tenant.toUpperCase(),
  ];
  for (const id of wrong) {
    await t.rejects(database.withTenant(id, currentTenant), { name: "TypeError" });
  }
  await t.rejects(database.withTenant(undefined as never, currentTenant), { name: "TypeError" });
});

t.test("what fn throws reaches the caller, and nothing is written", async (t) => {
  const database = await withNotes(t);
  const problem = new Error("no");
  const failing = database.withTenant(tenant, async (tx) => {
    await write(tx, 1);
    throw problem;
  });
  t.equal(await failing.catch((error) => error), problem);
  t.same(await database.withTenant(tenant, ids), []);
});

t.test("PostgreSQL's errors reach fn and the caller unchanged", async (t) => {
  const database = await withNotes(t);
  const twice = database.withTenant(tenant, async (tx) => {
    await write(tx, 1);
    await write(tx, 1).catch((error) => t.equal(error.code, "23505", "in fn"));
    await write(tx, 2);
  });
  await t.rejects(twice, { name: "PostgresError", code: "25P02" });
  const duplicate = database.withTenant(tenant, (tx) => Promise.all([write(tx, 1), write(tx, 1)]));
  await t.rejects(duplicate, { code: "23505", constraint_name: "notes_pkey" });
});

t.test("a failed statement that fn ignores is not a success", async (t) => {
  const database = await withNotes(t);
  const ignoring = database.withTenant(tenant, async (tx) => {
    await write(tx, 1);
    await tx.execute(sql`select 1 / 0`).catch(() => {});
  });
  await t.rejects(ignoring, { code: "22012" });
  t.same(await database.withTenant(tenant, ids), []);
});

t.test("a nested transaction that fails undoes itself only", async (t) => {
  const database = await withNotes(t);
  await database.withTenant(tenant, async (tx) => {
    await write(tx, 1);
    await t.rejects(
      tx.transaction(async (nested) => {
        await write(nested, 2);
        await nested.transaction((deeper) => write(deeper, 3));
        await write(nested, 1);
      }),
      { code: "23505" },
    );
    await tx.transaction((nested) => write(nested, 4));
  });
  t.same(await database.withTenant(tenant, ids), [1, 4]);
});

t.test("a read-only transaction refuses to write", async (t) => {
  const database = await withNotes(t);
  const writing = database.withTenant(tenant, (tx) => write(tx, 1), { readOnly: true });
  await t.rejects(writing, { code: "25006" });
  t.same(await database.withTenant(tenant, ids, { readOnly: true }), []);
});

t.test("a transaction kept after its end can not be used", async (t) => {
  const database = await withNotes(t);
  const kept = await database.withTenant(tenant, async (tx) => ({ tx }));
  await t.rejects(write(kept.tx, 1), { message: /transaction is over/ });
  t.same(await database.withTenant(other, ids), []);
});

t.test("values come back as what they were", async (t) => {
  const database = await withNotes(t);
  const at = Date.UTC(2026, 10, 22, 4, 5, 6, 789);
  const bytes = Buffer.from([0, 255, 10]);
  const words = ['"quoted"', "a\\b", "NULL", "", null, "{x,y}"];
  const rows = await database.withTenant(tenant, (tx) =>
    tx.execute(sql`select
      7::int8 as small, 9007199254740993::int8 as large, 0.1::numeric as exact,
      '-Infinity'::float8 as least, ${Number.NaN}::float8 as none,
      ${at}::timestamptz as at, ${new Date(at)}::timestamptz as same, '2026-11-22'::date as day,
      ${bytes}::bytea as bytes, ${{ a: [1, null] }}::jsonb as json, ${true}::bool as yes,
      ${sql.param(words)}::text[] as words, ${sql.param([1.5, -Infinity, null])}::float8[] as numbers,
      ${sql.param([at])}::timestamptz[] as times, ${sql.param([
        [1, 2],
        [3, 4],
      ])}::int[] as grid,
      ${sql.param([bytes])}::bytea[] as many, ${sql.param([new Date(at)])}::timestamptz[] as dates,
      ${sql.param([])}::text[] as empty, ${sql.param([true])}::bool[] as flags`),
  );
  t.same(rows[0], {
    small: 7,
    large: "9007199254740993",
    exact: "0.1",
    least: -Infinity,
    none: Number.NaN,
    at: "2026-11-22 04:05:06.789+00",
    same: "2026-11-22 04:05:06.789+00",
    day: "2026-11-22",
    bytes,
    json: { a: [1, null] },
    yes: true,
    words,
    numbers: [1.5, -Infinity, null],
    times: ["2026-11-22 04:05:06.789+00"],
    grid: [
      [1, 2],
      [3, 4],
    ],
    many: [bytes],
    dates: ["2026-11-22 04:05:06.789+00"],
    empty: [],
    flags: [true],
  });
});
