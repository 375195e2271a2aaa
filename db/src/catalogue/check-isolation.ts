import type { Sql } from "postgres";

const tenantTest =
  "(tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS \"nullif\"))";

/**
 * What in schema kith would let one tenant see, change or learn of another's rows: a sentence per
 * violation, none when all is well. It judges the catalogue, so what a migration forgot shows up.
 */
export async function checkIsolation(sql: Sql): Promise<string[]> {
  const found: string[] = [];
  for (const check of [tables, policies, uniques, foreignKeys, views, functions, appRole]) {
    found.push(...(await check(sql)));
  }
  return found;
}

type Row = { name: string };

async function tables(sql: Sql): Promise<string[]> {
  const rows = await sql<(Row & { forced: boolean; keyed: boolean })[]>`
    select relname as name, relrowsecurity and relforcerowsecurity as forced,
      exists (
        select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary and a.attname = 'tenant_id'
          and a.atttypid = 'uuid'::regtype
      ) as keyed
    from pg_class c
    where relnamespace = 'kith'::regnamespace and relkind in ('r', 'p', 'f') order by 1`;
  return rows.flatMap(({ name, forced, keyed }) => [
    ...(keyed ? [] : [`table ${name}: its primary key does not begin with tenant_id uuid`]),
    ...(forced ? [] : [`table ${name}: row-level security is not both enabled and forced`]),
  ]);
}

/** Exactly one policy: a second permissive one would open what the first one closes. */
async function policies(sql: Sql): Promise<string[]> {
  const rows = await sql<Row[]>`
    select relname as name from pg_class c
    where relnamespace = 'kith'::regnamespace and relkind in ('r', 'p')
      and (select coalesce(string_agg(concat_ws('|', polname, polcmd, polpermissive, polroles::text,
          pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)), ';'), '')
        from pg_policy where polrelid = c.oid)
        <> concat_ws('|', 'tenant_isolation', '*', true, '{0}', ${tenantTest}::text, ${tenantTest}::text)
    order by 1`;
  return rows.map(({ name }) => `table ${name}: its policies are not exactly tenant_isolation`);
}

async function uniques(sql: Sql): Promise<string[]> {
  const rows = await sql<Row[]>`
    select n.relname as name from pg_index i
    join pg_class n on n.oid = i.indexrelid and n.relnamespace = 'kith'::regnamespace
    left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where (i.indisunique or i.indisexclusion) and a.attname is distinct from 'tenant_id' order by 1`;
  return rows.map(
    ({ name }) => `unique ${name}: does not begin with tenant_id, so it tells that another has it`,
  );
}

async function foreignKeys(sql: Sql): Promise<string[]> {
  const rows = await sql<(Row & { tableName: string })[]>`
    select o.conname as name, o.conrelid::regclass::text as "tableName" from pg_constraint o
    where o.contype = 'f'
      and 'kith'::regnamespace in (
        select relnamespace from pg_class where oid in (o.conrelid, o.confrelid))
      and not exists (
        select from unnest(o.conkey, o.confkey) as pair (here, there)
        join pg_attribute h on h.attrelid = o.conrelid and h.attnum = here
        join pg_attribute t on t.attrelid = o.confrelid and t.attnum = there
        where h.attname = 'tenant_id' and t.attname = 'tenant_id')
    order by 1`;
  return rows.map(
    ({ name, tableName }) => `foreign key ${name} of ${tableName}: does not carry tenant_id`,
  );
}

async function views(sql: Sql): Promise<string[]> {
  const rows = await sql<Row[]>`
    select relname as name from pg_class
    where relnamespace = 'kith'::regnamespace and (relkind = 'm' or relkind = 'v'
      and not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on'])
    order by 1`;
  return rows.map(
    ({ name }) => `view ${name}: reads with its owner's rights (no security_invoker)`,
  );
}

async function functions(sql: Sql): Promise<string[]> {
  const rows = await sql<Row[]>`
    select proname as name from pg_proc
    where pronamespace = 'kith'::regnamespace and prosecdef order by 1`;
  return rows.map(({ name }) => `function ${name}: is SECURITY DEFINER`);
}

async function appRole(sql: Sql): Promise<string[]> {
  const rows = await sql<Row[]>`
    with app as (select * from pg_roles where rolname = 'kith_app')
    select 'it does not exist' as name where not exists (select from app)
    union all select 'is a superuser' from app where rolsuper
    union all select 'has BYPASSRLS' from app where rolbypassrls
    union all select 'has CREATEROLE or CREATEDB' from app where rolcreaterole or rolcreatedb
    union all select 'is a member of ' || m.roleid::regrole
      from app join pg_auth_members m on m.member = app.oid
    union all select 'owns something in this database (' || d.classid::regclass || ')'
      from app join pg_shdepend d on d.refobjid = app.oid
        and d.refclassid = 'pg_authid'::regclass and d.deptype = 'o'
        and d.dbid in (0, (select oid from pg_database where datname = current_database()))
    union all select 'may ' || lower(privilege) || ' ' || c.relname
      from app, pg_class c, unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER']) privilege
      where c.relnamespace = 'kith'::regnamespace and c.relkind in ('r', 'p')
        and has_table_privilege(app.oid, c.oid, privilege)
    union all select 'may create in schema ' || nspname from app, pg_namespace
      where nspname like 'kith%' and has_schema_privilege(app.oid, pg_namespace.oid, 'CREATE')`;
  return rows.map(({ name }) => `role kith_app: ${name}`);
}
