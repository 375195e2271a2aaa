-- What people need, can give and work towards, each for an audience that its owner chooses. Whether
-- one has expired follows from the clock and is not stored. All of it goes with its owner.

create table kith.asks (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  audience text not null
    check (audience in ('public', 'network', 'colleagues', 'trusted', 'circles', 'people', 'private')),
  circles text[] not null default '{}' check (cardinality(circles) <= 100),
  revision integer not null default 1 check (revision > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  kind text not null check (kind in ('information', 'advice', 'feedback', 'introduction', 'referral',
    'mentoring', 'collaboration', 'support', 'job')),
  title text not null check (char_length(title) between 1 and 200),
  text text check (char_length(text) between 1 and 5000),
  skills text[] not null default '{}' check (cardinality(skills) <= 100),
  topics text[] not null default '{}' check (cardinality(topics) <= 100),
  organization text check (char_length(organization) between 1 and 200),
  expires_at timestamptz not null,
  closed_at timestamptz,
  outcome text check (outcome in ('helped', 'partlyHelped', 'notHelped', 'noLongerNeeded')),
  note text check (char_length(note) between 1 and 5000),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references kith.people on delete cascade,
  constraint asks_closed_with_outcome check ((closed_at is null) = (outcome is null))
);
create index asks_by_person on kith.asks (tenant_id, person_id, id);
create index asks_public on kith.asks (tenant_id, id) where audience = 'public' and closed_at is null;

-- Whom an ask names, where it is for named people.
create table kith.ask_recipients (
  tenant_id uuid not null,
  ask_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, ask_id, person_id),
  foreign key (tenant_id, ask_id) references kith.asks on delete cascade,
  foreign key (tenant_id, person_id) references kith.people on delete cascade
);
create index ask_recipients_by_person on kith.ask_recipients (tenant_id, person_id, ask_id);

-- Who helped with an ask, said when it was closed.
create table kith.ask_helpers (
  tenant_id uuid not null,
  ask_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, ask_id, person_id),
  foreign key (tenant_id, ask_id) references kith.asks on delete cascade,
  foreign key (tenant_id, person_id) references kith.people on delete cascade
);
create index ask_helpers_by_person on kith.ask_helpers (tenant_id, person_id, ask_id);

create table kith.offers (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  audience text not null
    check (audience in ('public', 'network', 'colleagues', 'trusted', 'circles', 'people', 'private')),
  circles text[] not null default '{}' check (cardinality(circles) <= 100),
  revision integer not null default 1 check (revision > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  kinds text[] not null check (cardinality(kinds) between 1 and 9 and kinds <@ array['information',
    'advice', 'feedback', 'introduction', 'referral', 'mentoring', 'collaboration', 'support', 'job']),
  title text not null check (char_length(title) between 1 and 200),
  text text check (char_length(text) between 1 and 5000),
  skills text[] not null default '{}' check (cardinality(skills) <= 100),
  topics text[] not null default '{}' check (cardinality(topics) <= 100),
  -- How many asks of these kinds the person wants to help with in thirty days; null for no limit.
  capacity integer check (capacity between 1 and 1000),
  expires_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references kith.people on delete cascade
);
create index offers_by_person on kith.offers (tenant_id, person_id, id);
create index offers_public on kith.offers (tenant_id, id) where audience = 'public';

create table kith.offer_recipients (
  tenant_id uuid not null,
  offer_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, offer_id, person_id),
  foreign key (tenant_id, offer_id) references kith.offers on delete cascade,
  foreign key (tenant_id, person_id) references kith.people on delete cascade
);
create index offer_recipients_by_person on kith.offer_recipients (tenant_id, person_id, offer_id);

create table kith.goals (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  audience text not null
    check (audience in ('public', 'network', 'colleagues', 'trusted', 'circles', 'people', 'private')),
  circles text[] not null default '{}' check (cardinality(circles) <= 100),
  revision integer not null default 1 check (revision > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  kind text not null check (kind in ('skill', 'role', 'organization', 'person')),
  -- The skill, role or organization; of a person the id.
  target text check (char_length(target) between 1 and 200),
  target_person_id uuid,
  title text check (char_length(title) between 1 and 200),
  note text check (char_length(note) between 1 and 5000),
  until_at timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('reached', 'letGo')),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references kith.people on delete cascade,
  foreign key (tenant_id, target_person_id) references kith.people on delete cascade,
  constraint goals_one_target check (
    (kind = 'person') = (target_person_id is not null) and (kind = 'person') = (target is null)
  ),
  constraint goals_of_another check (person_id <> target_person_id),
  constraint goals_closed_with_outcome check ((closed_at is null) = (outcome is null))
);
create index goals_by_person on kith.goals (tenant_id, person_id, id);
create index goals_by_target on kith.goals (tenant_id, target_person_id);
create index goals_public on kith.goals (tenant_id, id) where audience = 'public' and closed_at is null;

create table kith.goal_recipients (
  tenant_id uuid not null,
  goal_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, goal_id, person_id),
  foreign key (tenant_id, goal_id) references kith.goals on delete cascade,
  foreign key (tenant_id, person_id) references kith.people on delete cascade
);
create index goal_recipients_by_person on kith.goal_recipients (tenant_id, person_id, goal_id);
