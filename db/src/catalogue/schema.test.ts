import { readFileSync } from "node:fs";
import { getTableColumns, getTableName, getViewName, is } from "drizzle-orm";
import { getTableConfig, getViewConfig, type PgColumn, PgTable, PgView } from "drizzle-orm/pg-core";
import t from "tap";
import * as schema from "../schema/index.ts";
import { testDatabase, testSql } from "../testing/index.ts";
import { dumpSchema } from "./index.ts";

t.test("db/schema.sql is what the migrations make", async (t) => {
  const { ownerUrl } = await testDatabase(t);
  const committed = readFileSync(new URL("../../schema.sql", import.meta.url), "utf8");
  t.equal(
    await dumpSchema(testSql(t, ownerUrl)),
    committed.replaceAll("\r\n", "\n"),
    "run `pnpm --filter @kith/db schema` and commit the difference",
  );
});

t.test("the drizzle schema and the migrated database agree", async (t) => {
  const { ownerUrl } = await testDatabase(t);
  const sql = testSql(t, ownerUrl);
  const columns = await sql<{ relation: string; line: string }[]>`
    select c.relname as relation, concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull and c.relkind = 'r' then 'not null' end,
      case when a.atthasdef or a.attidentity <> '' then 'default' end) as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'kith'::regnamespace and c.relkind in ('r', 'v')
      and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`;
  const inDatabase = Map.groupBy(columns, ({ relation }) => relation);
  const declared = new Map<string, string[]>();
  for (const item of Object.values(schema)) {
    if (is(item, PgTable)) declared.set(getTableName(item), tableLines(item));
    if (is(item, PgView)) declared.set(getViewName(item), viewLines(item));
  }
  t.same([...declared.keys()].sort(), [...inDatabase.keys()].sort(), "the same tables and views");
  for (const [relation, lines] of declared) {
    t.same(
      lines,
      inDatabase.get(relation)?.map(({ line }) => line),
      relation,
    );
  }
});

t.test("the drizzle schema and the migrated database have the same primary keys", async (t) => {
  const { ownerUrl } = await testDatabase(t);
  const rows = await testSql(t, ownerUrl)<{ relation: string; columns: string }[]>`
    select conrelid::regclass::text as relation, (
      select string_agg(attname, ', ' order by position) from unnest(conkey) with ordinality k (number, position)
      join pg_attribute on attrelid = conrelid and attnum = number) as columns
    from pg_constraint where contype = 'p' and connamespace = 'kith'::regnamespace`;
  const inDatabase = Object.fromEntries(rows.map(({ relation, columns }) => [relation, columns]));
  const tables = Object.values(schema).filter((item) => is(item, PgTable));
  t.same(Object.fromEntries(tables.map(primaryKey)), inDatabase);
});

function tableLines(table: PgTable): string[] {
  return Object.values<PgColumn>(getTableColumns(table)).map((column) =>
    [
      column.name,
      column.getSQLType(),
      column.notNull || column.primary ? "not null" : "",
      column.hasDefault ? "default" : "",
    ]
      .filter(Boolean)
      .join(" "),
  );
}

// A view's columns have no constraints in the catalogue: nullability is what the program says.
function viewLines(view: PgView): string[] {
  const fields = Object.values(getViewConfig(view).selectedFields) as PgColumn[];
  return fields.map((column) => `${column.name} ${column.getSQLType()}`);
}

function primaryKey(table: PgTable): [string, string] {
  const { schema, name, columns, primaryKeys } = getTableConfig(table);
  const composite = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
  return [`${schema}.${name}`, composite.map((column) => column.name).join(", ")];
}
