-- For whom each field of a person's profile is, where the person says other than the tenant. Without
-- a row the tenant's defaults hold.
create table kith.frames (
  tenant_id uuid not null,
  person_id uuid not null,
  audiences jsonb not null default '{}' check (jsonb_typeof(audiences) = 'object'),
  revision integer not null default 1 check (revision > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references kith.people on delete cascade
);
