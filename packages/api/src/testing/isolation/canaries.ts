import type { Sql } from "postgres";

/** No answer, log line, metric or row of anybody else may hold it. */
export const canary = "planted-";

export interface Column {
  table: string;
  column: string;
  type: "text" | "ARRAY" | "jsonb";
}

export interface Planted {
  /** Columns that hold a canary in every row of the tenant. */
  planted: string[];
  /** Columns whose constraints take no text of our choice: lists of words, formats, sums. */
  closed: string[];
  /** Tables in which the tenant has no row to plant one in. */
  empty: string[];
}

/** Every column that can hold text, from the catalogue: a new table can't be forgotten. */
export async function textColumns(sql: Sql): Promise<Column[]> {
  return sql<Column[]>`
    select c.table_name as table, c.column_name as column, c.data_type as type
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'kith' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
      and (c.data_type in ('text', 'jsonb') or (c.data_type = 'ARRAY' and c.udt_name = '_text'))
    order by 1, 2`;
}

// The attack asks for a person by it: it is looked for by its own name.
const asked = "people.external_id";

/** Tables in which no row can be brought about here, and why. */
export const withoutRows: Readonly<Record<string, string>> = {
  rate_counts: "calls are not counted in this test",
};

export interface Spared {
  /** Tables that stay as they are. */
  tables?: readonly string[];
  /** Rows in which one of these UUIDs stands stay as they are. */
  naming?: readonly string[];
}

/** Writes a canary of its own into every text of one tenant. */
export async function plantCanaries(
  sql: Sql,
  tenantId: string,
  { tables = [], naming = [] }: Spared = {},
): Promise<Planted> {
  const columns = await textColumns(sql);
  const result: Planted = { planted: [], closed: [], empty: [] };
  for (const { table, column, type } of columns) {
    const name = `${table}.${column}`;
    if (name === asked || tables.includes(table)) continue;
    // Each row another, for the sake of unique keys.
    const text = sql`${`${canary}${name}-`}::text || md5(ctid::text)`;
    const value = {
      text,
      ARRAY: sql`array[${text}]`,
      jsonb: sql`case jsonb_typeof(${sql(column)}) when 'array' then jsonb_build_array(${text})
        else jsonb_build_object('note', ${text}) end`,
    }[type];
    try {
      const { count } = await sql.begin(
        (tx) => tx`
          update ${sql("kith")}.${sql(table)} t set ${sql(column)} = ${value}
          where tenant_id = ${tenantId} and not t::text ~ ${naming.join("|") || "^$"}`,
      );
      if (count > 0) result.planted.push(name);
      else if (!result.empty.includes(table)) result.empty.push(table);
    } catch (error) {
      const { code = "" } = error as { code?: string };
      // Class 23: a constraint. Anything else is a mistake of ours.
      if (!code.startsWith("23")) throw error;
      result.closed.push(name);
    }
  }
  return result;
}
