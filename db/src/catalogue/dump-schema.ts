import type { Sql } from "postgres";

/**
 * The schema as text, read from PostgreSQL's catalogue: what a review of a migration wants to see,
 * in an order that depends on names only. (The embedded PostgreSQL has no pg_dump.)
 */
export async function dumpSchema(sql: Sql): Promise<string> {
  const parts = [
    "-- The schema as the migrations make it. Written by `pnpm --filter @kith/db schema`; do not edit.",
    ...(await tables(sql)),
    ...(await views(sql)),
    ...(await functions(sql)),
    ...(await grants(sql)),
  ];
  return `${parts.join("\n\n")}\n`;
}

async function tables(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string; definition: string }[]>`
    select c.relname as name, concat_ws(E'\n',
      'create table kith.' || quote_ident(c.relname) || ' (',
      (select string_agg('  ' || line, E',\n' order by part, position, line) from (
        select 1 as part, a.attnum as position, concat_ws(' ', quote_ident(a.attname),
          format_type(a.atttypid, a.atttypmod),
          case when a.attcollation <> t.typcollation then 'collate ' || quote_ident(l.collname) end,
          case when a.attnotnull then 'not null' end,
          'default ' || pg_get_expr(d.adbin, d.adrelid)) as line
        from pg_attribute a join pg_type t on t.oid = a.atttypid
        left join pg_collation l on l.oid = a.attcollation
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        union all
        select 2 + array_position(array['p', 'u', 'c', 'f'], o.contype::text), 0,
          'constraint ' || quote_ident(o.conname) || ' ' || pg_get_constraintdef(o.oid)
        from pg_constraint o where o.conrelid = c.oid and o.contype in ('p', 'u', 'c', 'f')
      ) lines),
      ');',
      (select string_agg(pg_get_indexdef(i.indexrelid) || ';', E'\n' order by n.relname)
        from pg_index i join pg_class n on n.oid = i.indexrelid
        where i.indrelid = c.oid
          and not exists (select from pg_constraint o where o.conindid = i.indexrelid and o.contype <> 'f')),
      case when c.relrowsecurity then
        'alter table kith.' || quote_ident(c.relname) || ' enable row level security;' end,
      case when c.relforcerowsecurity then
        'alter table kith.' || quote_ident(c.relname) || ' force row level security;' end,
      (select string_agg(concat_ws(' ', 'create policy', quote_ident(p.polname), 'on',
          'kith.' || quote_ident(c.relname), case when p.polpermissive then null else 'as restrictive' end,
          'for', case p.polcmd when '*' then 'all' else p.polcmd::text end,
          'to', replace(array_to_string(p.polroles::regrole[], ', '), '-', 'public'),
          E'\n  using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
          E'\n  with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') || ';', E'\n' order by p.polname)
        from pg_policy p where p.polrelid = c.oid),
      (select string_agg(pg_get_triggerdef(g.oid) || ';', E'\n' order by g.tgname)
        from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal)
    ) as definition
    from pg_class c where c.relnamespace = 'kith'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname collate "C"`;
  return rows.map(({ definition }) => definition);
}

async function views(sql: Sql): Promise<string[]> {
  const rows = await sql<{ definition: string }[]>`
    select concat('create ', case relkind when 'm' then 'materialized ' end, 'view kith.',
      quote_ident(relname), ' with (' || array_to_string(reloptions, ', ') || ')', E' as\n',
      pg_get_viewdef(oid, true)) as definition
    from pg_class where relnamespace = 'kith'::regnamespace and relkind in ('v', 'm')
    order by relname collate "C"`;
  return rows.map(({ definition }) => definition);
}

async function functions(sql: Sql): Promise<string[]> {
  const rows = await sql<{ definition: string }[]>`
    select pg_get_functiondef(oid) || ';' as definition from pg_proc
    where pronamespace = 'kith'::regnamespace and prokind in ('f', 'p')
    order by oid::regprocedure::text collate "C"`;
  return rows.map(({ definition }) => definition);
}

async function grants(sql: Sql): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    select format('grant %s on %s to %s;',
      string_agg(lower(privilege_type), ', ' order by privilege_type), object,
      case grantee when 0 then 'public' else grantee::regrole::text end) as line
    from (
      select 'schema kith' as object, 0 as position, (aclexplode(nspacl)).*
      from pg_namespace where nspname = 'kith'
      union all
      select 'kith.' || quote_ident(relname), 1, (aclexplode(relacl)).* from pg_class
      where relnamespace = 'kith'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
      union all
      select 'new tables of ' || defaclrole::regrole, 2, (aclexplode(defaclacl)).*
      from pg_default_acl where defaclnamespace = 'kith'::regnamespace
    ) acl
    -- MAINTAIN exists from PostgreSQL 17 on only; it is the owner's.
    where privilege_type <> 'MAINTAIN'
    group by object, position, grantee
    order by position, object collate "C", grantee::regrole::text collate "C"`;
  return [rows.map(({ line }) => line).join("\n")];
}
