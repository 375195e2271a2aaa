-- Gatherings, who answered that they come and who came; and milestones of people.
-- That two attended the same gathering is no contact of the two: nothing here touches evidence.

create table kith.gatherings (
  tenant_id uuid not null references kith.tenants on delete cascade,
  id uuid not null,
  title text not null check (char_length(title) between 1 and 500),
  kind text not null check (char_length(kind) between 1 and 100),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone text check (char_length(time_zone) between 1 and 100),
  location text check (char_length(location) between 1 and 1000),
  organization text check (char_length(organization) between 1 and 500),
  topics text[] not null default '{}' check (cardinality(topics) <= 100),
  -- Which members find it: all of the tenant's, or those who are on its list.
  visibility text not null default 'attendees' check (visibility in ('attendees', 'everyone')),
  revision integer not null default 1 check (revision > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint gatherings_end_after_they_start check (ends_at >= starts_at)
);
create index gatherings_by_start on kith.gatherings (tenant_id, starts_at, id);

create table kith.gathering_attendees (
  tenant_id uuid not null,
  gathering_id uuid not null,
  person_id uuid not null,
  response text not null
    check (response in ('invited', 'going', 'maybe', 'declined', 'attended')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, gathering_id, person_id),
  foreign key (tenant_id, gathering_id) references kith.gatherings on delete cascade,
  foreign key (tenant_id, person_id) references kith.people on delete cascade
);
create index gathering_attendees_by_person on kith.gathering_attendees (tenant_id, person_id);

create table kith.milestones (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (char_length(kind) between 1 and 100),
  title text check (char_length(title) between 1 and 500),
  -- Without a year where it comes back every year and the year is nobody's business.
  year smallint check (year between 1850 and 2199),
  month smallint not null check (month between 1 and 12),
  day smallint not null check (day between 1 and 31),
  yearly boolean not null,
  audience text not null default 'network'
    check (audience in ('public', 'network', 'colleagues', 'trusted', 'private')),
  revision integer not null default 1 check (revision > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references kith.people on delete cascade,
  constraint milestones_have_a_year_or_come_back check (yearly or year is not null),
  constraint milestones_are_on_a_day_there_is
    check (make_date(coalesce(year, 2000), month, day) is not null)
);
create index milestones_by_person on kith.milestones (tenant_id, person_id);
