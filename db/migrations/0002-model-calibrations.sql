-- What calibrations of a tenant's model found, adopted or not.

create table kith.model_calibrations (
  tenant_id uuid not null references kith.tenants on delete cascade,
  id uuid not null,
  -- Counts the tenant's calibrations from 1; the model of an answer names it (`+c3`).
  number integer not null check (number > 0),
  outcome text not null check (outcome in ('better', 'notBetter', 'tooLittleData')),
  adopted boolean not null default false,
  horizon_days integer not null check (horizon_days > 0),
  windows integer not null check (windows > 0),
  scale_before double precision not null check (scale_before > 0),
  scale_after double precision not null check (scale_after > 0),
  -- Quality of both on the later window, and how much was fitted and judged on.
  findings jsonb not null check (jsonb_typeof(findings) = 'object'),
  measured_at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, number),
  constraint model_calibrations_adopt_the_better check (not adopted or outcome = 'better')
);
