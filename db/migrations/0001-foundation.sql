-- Tenants, people, the interaction log and the evidence of relationships.
-- Every key begins with tenant_id; every foreign key carries it. Row-level security, policies and
-- grants are not written here: src/migrate/row-level-security.sql puts them on every table.

create table kith.tenants (
  tenant_id uuid primary key,
  name text not null check (char_length(name) between 1 and 500),
  mode text not null check (mode in ('live', 'test')),
  clock_offset_ms bigint not null default 0,
  settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
  revision integer not null default 1 check (revision > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tenants_clock_of_live_mode_is_real check (mode = 'test' or clock_offset_ms = 0)
);

create table kith.api_keys (
  tenant_id uuid not null references kith.tenants on delete cascade,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 500),
  hint text not null check (char_length(hint) <= 32),
  secret_hash bytea not null check (octet_length(secret_hash) between 16 and 128),
  scopes text[] not null check (cardinality(scopes) <= 100),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, secret_hash)
);

create table kith.people (
  tenant_id uuid not null references kith.tenants on delete cascade,
  id uuid not null,
  external_id text check (char_length(external_id) between 1 and 500),
  name text check (char_length(name) <= 1000),
  headline text check (char_length(headline) <= 2000),
  emails text[] not null default '{}' check (cardinality(emails) <= 100),
  positions jsonb not null default '[]' check (jsonb_typeof(positions) = 'array'),
  skills text[] not null default '{}' check (cardinality(skills) <= 1000),
  interests text[] not null default '{}' check (cardinality(interests) <= 1000),
  values text[] not null default '{}' check (cardinality(values) <= 1000),
  location text check (char_length(location) <= 1000),
  time_zone text check (char_length(time_zone) <= 100),
  open_to_introduce boolean not null default true,
  metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
  revision integer not null default 1 check (revision > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, external_id)
);
create index people_by_update on kith.people (tenant_id, updated_at, id);

create table kith.person_aliases (
  tenant_id uuid not null,
  alias text not null check (char_length(alias) between 1 and 600),
  person_id uuid not null,
  primary key (tenant_id, alias),
  foreign key (tenant_id, person_id) references kith.people on delete cascade
);
create index person_aliases_by_person on kith.person_aliases (tenant_id, person_id);

create table kith.person_search_keys (
  tenant_id uuid not null,
  kind text not null
    check (kind in ('name', 'email', 'organization', 'title', 'skill', 'interest', 'value')),
  key text collate "C" not null check (octet_length(key) between 1 and 1000),
  person_id uuid not null,
  primary key (tenant_id, kind, key, person_id),
  foreign key (tenant_id, person_id) references kith.people on delete cascade
);
create index person_search_keys_by_person on kith.person_search_keys (tenant_id, person_id);

create table kith.person_activity (
  tenant_id uuid not null,
  person_id uuid not null,
  last_seen_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references kith.people on delete cascade
);

-- No foreign keys on the log and on contact_days: see docs/decisions/0002-migrations.md.
create table kith.interactions (
  tenant_id uuid not null,
  id uuid not null,
  ordinal smallint not null check (ordinal >= 0),
  from_id uuid not null,
  to_id uuid not null,
  type text not null check (char_length(type) between 1 and 100),
  category text not null check (category in ('contact', 'help', 'courtesy', 'friction')),
  occurred_at timestamptz not null,
  external_id text check (char_length(external_id) between 1 and 500),
  duration_minutes integer check (duration_minutes >= 0),
  effort text check (char_length(effort) <= 100),
  about_kind text check (char_length(about_kind) <= 100),
  about_id text check (char_length(about_id) <= 600),
  metadata jsonb check (jsonb_typeof(metadata) = 'object'),
  recorded_at timestamptz not null default now(),
  voided_at timestamptz,
  primary key (tenant_id, id, ordinal),
  constraint interactions_with_another check (from_id <> to_id)
);
create unique index interactions_external_id on kith.interactions (tenant_id, external_id)
  where ordinal = 0;
create index interactions_by_pair on kith.interactions (tenant_id, from_id, to_id, id);

create table kith.contact_days (
  tenant_id uuid not null,
  a_id uuid not null,
  b_id uuid not null,
  day date not null,
  -- 1 = a reached b, 2 = b reached a, 4 = a helped b, 8 = b helped a; help implies contact.
  mask smallint not null check (mask between 1 and 15),
  added smallint not null check (added between 1 and 15),
  primary key (tenant_id, a_id, b_id, day),
  constraint contact_days_ordered check (a_id < b_id)
);

create table kith.relationships (
  tenant_id uuid not null,
  a_id uuid not null,
  b_id uuid not null,
  log2_weight double precision not null default '-Infinity',
  log2_recent_weight double precision not null default '-Infinity',
  log2_weight_ab double precision not null default '-Infinity',
  log2_weight_ba double precision not null default '-Infinity',
  log2_help_ab double precision not null default '-Infinity',
  log2_help_ba double precision not null default '-Infinity',
  contact_days integer not null default 0 check (contact_days >= 0),
  help_days_ab integer not null default 0 check (help_days_ab >= 0),
  help_days_ba integer not null default 0 check (help_days_ba >= 0),
  first_day date,
  last_day date,
  first_contact_at timestamptz,
  last_contact_at timestamptz,
  last_ab_at timestamptz,
  last_ba_at timestamptz,
  last_conflict_at timestamptz,
  last_repair_at timestamptz,
  strained boolean not null default false,
  due_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, a_id, b_id),
  foreign key (tenant_id, a_id) references kith.people on delete cascade,
  foreign key (tenant_id, b_id) references kith.people on delete cascade,
  constraint relationships_ordered check (a_id < b_id),
  -- One comparison catches a NaN in any of the sums: NaN is above every number in PostgreSQL.
  constraint relationships_sums_are_numbers check (
    greatest(log2_weight, log2_recent_weight, log2_weight_ab, log2_weight_ba, log2_help_ab,
      log2_help_ba) < 'Infinity'
  )
);
create index relationships_by_a on kith.relationships (tenant_id, a_id, log2_weight desc)
  include (b_id, last_contact_at, strained);
create index relationships_by_b on kith.relationships (tenant_id, b_id, log2_weight desc)
  include (a_id, last_contact_at, strained);

create view kith.ties with (security_invoker = true) as
  select tenant_id, a_id as from_id, b_id as to_id, log2_weight, log2_recent_weight,
    log2_weight_ab as log2_weight_out, log2_weight_ba as log2_weight_in,
    log2_help_ab as log2_help_out, log2_help_ba as log2_help_in,
    contact_days, help_days_ab as help_days_out, help_days_ba as help_days_in,
    first_day, last_day, first_contact_at, last_contact_at,
    last_ab_at as last_out_at, last_ba_at as last_in_at, last_conflict_at, last_repair_at,
    strained, due_at, updated_at
  from kith.relationships
  union all
  select tenant_id, b_id, a_id, log2_weight, log2_recent_weight,
    log2_weight_ba, log2_weight_ab, log2_help_ba, log2_help_ab,
    contact_days, help_days_ba, help_days_ab,
    first_day, last_day, first_contact_at, last_contact_at,
    last_ba_at, last_ab_at, last_conflict_at, last_repair_at,
    strained, due_at, updated_at
  from kith.relationships;

create table kith.tie_declarations (
  tenant_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  roles text[] not null default '{}' check (cardinality(roles) <= 100),
  context text check (context in ('professional', 'personal', 'both')),
  proximity text check (char_length(proximity) <= 100),
  horizon text check (horizon in ('project', 'long-term')),
  circle text check (char_length(circle) <= 200),
  cadence_ideal_days double precision check (cadence_ideal_days > 0),
  cadence_max_days double precision,
  paused boolean not null default false,
  note text check (char_length(note) <= 20000),
  revision integer not null default 1 check (revision > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, from_id, to_id),
  foreign key (tenant_id, from_id) references kith.people on delete cascade,
  foreign key (tenant_id, to_id) references kith.people on delete cascade,
  constraint tie_declarations_with_another check (from_id <> to_id),
  constraint tie_declarations_cadence check (
    cadence_max_days > 0 and (cadence_ideal_days is null or cadence_max_days >= cadence_ideal_days)
  )
);
create index tie_declarations_by_to on kith.tie_declarations (tenant_id, to_id);

create table kith.idempotency_keys (
  tenant_id uuid not null references kith.tenants on delete cascade,
  actor text not null check (char_length(actor) between 1 and 200),
  key text not null check (char_length(key) between 1 and 300),
  fingerprint bytea not null check (octet_length(fingerprint) <= 128),
  status integer check (status between 100 and 599),
  headers jsonb check (jsonb_typeof(headers) = 'object'),
  body text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, actor, key)
);
create index idempotency_keys_by_age on kith.idempotency_keys (tenant_id, created_at);
