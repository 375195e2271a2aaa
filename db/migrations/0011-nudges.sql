-- Nudges are made when they are read; what is kept is what people did with them, and how they want
-- them. Help received, courtesies given and friction are the few rows of the log that nudges, health
-- and readiness read of one person, so they have indexes of their own: partial, to spare the many.
create table kith.nudge_preferences (
  tenant_id uuid not null,
  person_id uuid not null,
  weekly_budget smallint check (weekly_budget between 0 and 20),
  quiet_from text check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  quiet_to text check (quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  time_zone text check (char_length(time_zone) between 1 and 64),
  kinds_off text[] not null default '{}' check (cardinality(kinds_off) <= 50),
  cadences jsonb not null default '[]' check (jsonb_typeof(cadences) = 'array'),
  revision integer not null default 1 check (revision > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references kith.people on delete cascade,
  constraint nudge_preferences_quiet_both check ((quiet_from is null) = (quiet_to is null))
);

create table kith.nudge_actions (
  tenant_id uuid not null,
  person_id uuid not null,
  nudge_id uuid not null,
  kind text not null check (char_length(kind) between 1 and 40),
  -- Whom the nudge was about; null where it is about nobody.
  subject_id uuid,
  -- What occasion it was, so that the same one is known again and a later one is not.
  occasion text not null check (char_length(occasion) between 1 and 100),
  action text not null check (action in ('done', 'snoozed', 'dismissed')),
  acted_at timestamptz not null,
  until_at timestamptz,
  primary key (tenant_id, person_id, nudge_id),
  foreign key (tenant_id, person_id) references kith.people on delete cascade,
  foreign key (tenant_id, subject_id) references kith.people (tenant_id, id) on delete cascade,
  constraint nudge_actions_about_another check (person_id <> subject_id),
  constraint nudge_actions_until check ((action = 'snoozed') = (until_at is not null))
);
create index nudge_actions_by_subject on kith.nudge_actions (tenant_id, subject_id);

create index interactions_received_to_answer on kith.interactions (tenant_id, to_id, id)
  where category in ('help', 'friction');
create index interactions_given_in_answer on kith.interactions (tenant_id, from_id, id)
  where category in ('courtesy', 'friction');
