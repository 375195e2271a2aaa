import { createHash } from "node:crypto";
import type { Sql } from "postgres";

async function tables(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'kith' and table_type = 'BASE TABLE' order by 1`;
  return rows.map(({ name }) => name);
}

/** One hash over every row of every table that is the tenant's. */
export async function hashOf(sql: Sql, tenantId: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of await tables(sql)) {
    const [row] = await sql`
      select coalesce(string_agg(t::text, E'\n' order by t::text), '') as text
      from ${sql("kith")}.${sql(name)} t where tenant_id = ${tenantId}`;
    hash.update(`${name}\n${row?.text}\n`);
  }
  return hash.digest("hex");
}

/** Rows of all other tenants in which one of the texts stands. */
export async function rowsOfOthersWith(
  sql: Sql,
  tenantId: string,
  texts: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const name of await tables(sql)) {
    const rows = await sql<{ text: string }[]>`
      select t::text as text from ${sql("kith")}.${sql(name)} t
      where tenant_id <> ${tenantId}
        and exists (select from unnest(string_to_array(${texts.join()}, ',')) as x(x) where position(x in t::text) > 0)
      limit 3`;
    found.push(...rows.map(({ text }) => `${name}: ${text.slice(0, 500)}`));
  }
  return found;
}

/** The rows of a tenant in which none of these UUIDs stands. */
export async function rowsWithout(
  sql: Sql,
  tenantId: string,
  uuids: readonly string[],
): Promise<string[]> {
  const rows: string[] = [];
  for (const name of await tables(sql)) {
    const found = await sql<{ text: string }[]>`
      select t::text as text from ${sql("kith")}.${sql(name)} t
      where tenant_id = ${tenantId} and not t::text ~ ${uuids.join("|")}`;
    rows.push(...found.map(({ text }) => `${name}: ${text}`));
  }
  return rows;
}

/** Every UUID by which the tenant's rows are told apart. */
export async function uuidsOf(sql: Sql, tenantId: string): Promise<string[]> {
  const uuids = new Set<string>();
  for (const name of await tables(sql)) {
    const rows = await sql<{ text: string }[]>`
      select t::text as text from ${sql("kith")}.${sql(name)} t where tenant_id = ${tenantId}`;
    for (const { text } of rows) {
      for (const [uuid] of text.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) {
        uuids.add(uuid);
      }
    }
  }
  return [...uuids];
}

export async function switchOffRowLevelSecurity(sql: Sql): Promise<void> {
  for (const name of await tables(sql)) {
    await sql`alter table ${sql("kith")}.${sql(name)} disable row level security`;
  }
}
