-- Run after every migration, as kith_owner: puts row-level security, the tenant policy and the
-- service's grants on every table of the schema, so that a new table cannot be forgotten.
do $$
declare
  relation record;
begin
  for relation in
    select c.relname from pg_class c
    where c.relnamespace = 'kith'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname
  loop
    execute format('alter table kith.%I enable row level security', relation.relname);
    execute format('alter table kith.%I force row level security', relation.relname);
    execute format('drop policy if exists tenant_isolation on kith.%I', relation.relname);
    -- The sub-select is evaluated once a statement, not once a row; nullif, because a setting that
    -- was local to an earlier transaction comes back as '' on a reused connection.
    execute format(
      'create policy tenant_isolation on kith.%I
        using (tenant_id = (select nullif(current_setting(''kith.tenant'', true), '''')::uuid))
        with check (tenant_id = (select nullif(current_setting(''kith.tenant'', true), '''')::uuid))',
      relation.relname);
  end loop;
end
$$;

revoke all on schema kith from public;
grant usage on schema kith to kith_app;
revoke all on all tables in schema kith from public, kith_app;
grant select, insert, update, delete on all tables in schema kith to kith_app;
-- What the service may add to but not rewrite. Of events old ones may go, when they are not kept longer.
do $$
declare
  append_only record;
begin
  for append_only in
    select * from (values
      ('events', 'update'), ('audit_entries', 'update, delete'), ('audit_seals', 'update, delete'),
      ('audit_anchors', 'insert, update, delete')
    ) as given (name, forbidden)
    where to_regclass('kith.' || name) is not null
  loop
    execute format('revoke %s on kith.%I from kith_app', append_only.forbidden, append_only.name);
  end loop;
end
$$;
alter default privileges for role kith_owner in schema kith
  grant select, insert, update, delete on tables to kith_app;
