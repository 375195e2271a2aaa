-- Calls that were handed out to processes, of each key, member and tenant, in the current minute.
-- Unlogged: a crash forgets at most a minute's counts, and counting writes no log. No foreign key:
-- it names callers that were found a moment ago, and old rows are deleted by age.
create unlogged table kith.rate_counts (
  tenant_id uuid not null,
  kind text not null check (kind in ('key', 'member', 'tenant')),
  subject_id uuid not null,
  -- Since the epoch.
  minute integer not null,
  quota integer not null check (quota > 0),
  used integer not null check (used >= 0),
  -- What the last statement took: how many calls the process that sent it may let through.
  granted integer not null check (granted >= 0),
  primary key (tenant_id, kind, subject_id)
);
