import type { Sql } from "postgres";

/** Distributes every table not yet distributed by tenant_id, co-located with the table of tenants. */
export async function distributeTables(sql: Sql, onProgress?: (message: string) => void) {
  const [citus] = await sql`select from pg_extension where extname = 'citus'`;
  if (!citus) {
    throw new Error(
      "Distributing was asked for, but the extension citus is not installed in this database. Run `create extension citus` as its administrator, or leave the option out.",
    );
  }
  // A table can reference only tables that are distributed already: referenced ones come first.
  const tables = await sql<{ name: string }[]>`
    with recursive depth (oid, level) as (
      select oid, 0 from pg_class where relnamespace = 'kith'::regnamespace and relkind in ('r', 'p')
      union
      select f.conrelid, d.level + 1 from depth d
      join pg_constraint f on f.contype = 'f' and f.confrelid = d.oid and f.conrelid <> d.oid
    )
    select c.relname as name from depth d join pg_class c using (oid)
    where not exists (select from pg_dist_partition p where p.logicalrelid = c.oid)
    group by c.relname order by c.relname <> 'tenants', max(d.level), c.relname`;
  for (const { name } of tables) {
    onProgress?.(`Distributing ${name} by tenant`);
    const colocation = name === "tenants" ? "default" : "kith.tenants";
    await sql`select create_distributed_table(${`kith.${name}`}::regclass, 'tenant_id', colocate_with => ${colocation})`;
  }
}
