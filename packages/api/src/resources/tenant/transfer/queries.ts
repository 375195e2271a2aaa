import type { TenantTx } from "@kith/db";
import { type SQL, sql } from "drizzle-orm";
import { decisions } from "./decisions.ts";

export interface TableShape {
  name: string;
  columns: string[];
  /** Of the primary key, without the tenant. */
  key: { name: string; isText: boolean }[];
}

/** The tables that go into an export, those that others refer to first; from the catalogue. */
export async function exportedTables(tx: TenantTx): Promise<TableShape[]> {
  const found = await tx.execute(sql`
    with recursive depth (oid, level) as (
      select oid, 0 from pg_class where relnamespace = 'kith'::regnamespace and relkind in ('r', 'p')
      union
      select f.conrelid, d.level + 1 from depth d
      join pg_constraint f on f.contype = 'f' and f.confrelid = d.oid and f.conrelid <> d.oid
    )
    select c.relname as name, max(d.level) as level,
      (select array_agg(attname::text order by attnum) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
      (select array_agg(a.attname::text order by k.position)
        from pg_index i cross join unnest(i.indkey) with ordinality as k (number, position)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
        where i.indrelid = c.oid and i.indisprimary and a.attname <> 'tenant_id') as key,
      (select array_agg(attname::text) from pg_attribute
        where attrelid = c.oid and attnum > 0 and attcollation <> 0) as texts
    from depth d join pg_class c on c.oid = d.oid
    group by c.oid, c.relname order by max(d.level), c.relname collate "C"`);
  const tables = found as unknown as {
    name: string;
    columns: string[];
    key: string[] | null;
    texts: string[] | null;
  }[];
  const going = tables.flatMap(({ name, columns, key, texts }) => {
    const decision = decisions[name];
    if (!decision) throw new Error(`It is not decided whether the table ${name} is exported.`);
    if (decision.as === "derived" || decision.as === "left out" || name === "tenants") return [];
    const parts = (key ?? []).map((part) => ({
      name: part,
      isText: texts?.includes(part) ?? false,
    }));
    return [{ name, columns, key: parts, isLast: "last" in decision }];
  });
  return [...going.filter(({ isLast }) => !isLast), ...going.filter(({ isLast }) => isLast)];
}

/** The first line: what it is, and what the tenant itself is called and has set. */
export async function readHeader(tx: TenantTx): Promise<string> {
  const [row] = await tx.execute(sql`
    select '{"format":"kith-tenant","version":1,"tenant":' || jsonb_build_object(
      'name', name, 'settings', settings, 'revision', revision)::text || '}' as line
    from kith.tenants where tenant_id = ${tx.tenantId}::uuid`);
  return (row as { line: string }).line;
}

/**
 * The rows of a table as lines, a chunk at a time, in the order of the primary key. The order of text
 * is that of its bytes: servers differ in their collations.
 */
export async function* readLines(
  tx: TenantTx,
  { name, key }: TableShape,
  { publicKey, chunk }: { publicKey: Buffer | null; chunk: number },
): AsyncGenerator<string[]> {
  const cursor = sql.identifier(`export_${name}`);
  const order = key.map((part) =>
    part.isText ? sql`${sql.identifier(part.name)} collate "C"` : sql.identifier(part.name),
  );
  // A cursor takes no parameters; the tenant's id is a UUID that the door has checked.
  const tenant = sql.raw(`'${tx.tenantId}'::uuid`);
  await tx.execute(sql`
    declare ${cursor} no scroll cursor for
    select '{"table":"' || ${sql.raw(`'${name}'`)} || '","row":' || (${rowOf(name, publicKey)})::text || '}'
      as line
    from kith.${sql.identifier(name)} as stored where tenant_id = ${tenant}
    ${order.length > 0 ? sql`order by ${sql.join(order, sql`, `)}` : sql``}`);
  for (;;) {
    const rows = await tx.execute(sql`fetch forward ${sql.raw(String(chunk))} from ${cursor}`);
    if (rows.length === 0) break;
    yield (rows as unknown as { line: string }[]).map(({ line }) => line);
  }
  await tx.execute(sql`close ${cursor}`);
}

function rowOf(name: string, publicKey: Buffer | null): SQL {
  const all = sql`to_jsonb(stored) - 'tenant_id'`;
  if (name === "erasure_keys") return sql`${all} - 'signing_key'`;
  if (name !== "erasure_receipts" || publicKey === null) return all;
  const own = sql.raw(`'\\x${publicKey.toString("hex")}'::bytea`);
  return sql`${all} || jsonb_build_object('public_key', coalesce(public_key, ${own}))`;
}

/** Holds the tenant, as long as the transaction lasts, against a second import. */
export async function holdTenant(tx: TenantTx): Promise<void> {
  await tx.execute(sql`
    select from kith.tenants where tenant_id = ${tx.tenantId}::uuid for no key update`);
}

/** The first of the tables that has a row of the tenant. */
export async function findFilled(
  tx: TenantTx,
  tables: readonly TableShape[],
): Promise<string | null> {
  for (const { name } of tables) {
    const rows = await tx.execute(sql`
      select from kith.${sql.identifier(name)} where tenant_id = ${tx.tenantId}::uuid limit 1`);
    if (rows.length > 0) return name;
  }
  return null;
}

/** What the first line says of the tenant. */
export async function writeHeader(tx: TenantTx, line: string): Promise<number> {
  const [row] = await tx.execute(sql`
    update kith.tenants set name = given.name, settings = given.settings,
      revision = given.revision, updated_at = now()
    from jsonb_to_record(${line}::jsonb -> 'tenant') as given (name text, settings jsonb, revision int)
    where tenant_id = ${tx.tenantId}::uuid
    returning tenants.revision`);
  return (row as { revision: number }).revision;
}

/**
 * Writes rows as they were exported. Columns that the file does not have keep their defaults: it may
 * come from an older version. `added` are values that no file has.
 */
export async function writeRows(
  tx: TenantTx,
  { name }: Pick<TableShape, "name">,
  {
    columns,
    lines,
    added = {},
  }: { columns: string[]; lines: string[]; added?: Record<string, Buffer> },
): Promise<void> {
  const own = Object.entries(added);
  const list = (parts: SQL[]) => sql.join(parts, sql`, `);
  const names = ["tenant_id", ...columns, ...own.map(([column]) => column)];
  await tx.execute(sql`
    insert into kith.${sql.identifier(name)} (${list(names.map((column) => sql`${sql.identifier(column)}`))})
    select ${list([
      sql`${tx.tenantId}::uuid`,
      ...columns.map((column) => sql`given.${sql.identifier(column)}`),
      ...own.map(([, value]) => sql`${value}::bytea`),
    ])}
    from unnest(${sql.param(lines)}::text[]) with ordinality as line (text, position)
    cross join lateral jsonb_populate_record(
      null::kith.${sql.identifier(name)}, line.text::jsonb -> 'row') as given
    order by line.position`);
}
