-- Mentorship programmes, who takes part, and mentorships (in a programme or between any two people)
-- with their sessions. What people write here is theirs, and goes with them.

create table kith.mentorship_programs (
  tenant_id uuid not null references kith.tenants on delete cascade,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  description text check (char_length(description) <= 2000),
  across_organizations boolean not null,
  max_hours_apart smallint check (max_hours_apart between 0 and 12),
  closed_at timestamptz,
  revision integer not null default 1 check (revision > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);

create table kith.mentorship_participants (
  tenant_id uuid not null,
  program_id uuid not null,
  person_id uuid not null,
  seeks boolean not null,
  capacity smallint not null check (capacity between 0 and 50),
  wants text[] not null check (cardinality(wants) <= 20),
  offers text[] not null check (cardinality(offers) <= 20),
  not_with uuid[] not null check (cardinality(not_with) <= 50),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, program_id, person_id),
  foreign key (tenant_id, program_id) references kith.mentorship_programs on delete cascade,
  foreign key (tenant_id, person_id) references kith.people on delete cascade
);
create index mentorship_participants_by_person
  on kith.mentorship_participants (tenant_id, person_id);

create table kith.mentorships (
  tenant_id uuid not null references kith.tenants on delete cascade,
  id uuid not null,
  program_id uuid,
  mentor_id uuid not null,
  mentee_id uuid not null,
  state text not null
    check (state in ('proposed', 'active', 'paused', 'completed', 'ended', 'declined')),
  mentor_accepted boolean not null,
  mentee_accepted boolean not null,
  topics text[] not null check (cardinality(topics) <= 20),
  -- Why the two were matched; null where they found each other themselves.
  fit jsonb check (jsonb_typeof(fit) = 'object'),
  started_at timestamptz,
  ended_at timestamptz,
  -- Each side's look back is for that side alone.
  mentor_reflection text check (char_length(mentor_reflection) <= 5000),
  mentee_reflection text check (char_length(mentee_reflection) <= 5000),
  revision integer not null default 1 check (revision > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, program_id) references kith.mentorship_programs on delete cascade,
  foreign key (tenant_id, mentor_id) references kith.people on delete cascade,
  foreign key (tenant_id, mentee_id) references kith.people on delete cascade,
  constraint mentorships_of_two check (mentor_id <> mentee_id)
);
create index mentorships_by_mentor on kith.mentorships (tenant_id, mentor_id, id);
create index mentorships_by_mentee on kith.mentorships (tenant_id, mentee_id, id);
create index mentorships_by_program on kith.mentorships (tenant_id, program_id, id);
-- One at a time between two people.
create unique index mentorships_open on kith.mentorships (tenant_id, mentor_id, mentee_id)
  where state in ('proposed', 'active', 'paused');

create table kith.mentorship_sessions (
  tenant_id uuid not null,
  id uuid not null,
  mentorship_id uuid not null,
  starts_at timestamptz not null,
  duration_minutes integer check (duration_minutes between 1 and 1440),
  state text not null check (state in ('planned', 'held', 'cancelled')),
  questions text[] not null check (cardinality(questions) <= 20),
  feedback text[] not null check (cardinality(feedback) <= 20),
  ideas text[] not null check (cardinality(ideas) <= 20),
  -- [{text, by: mentor | mentee, dueOn, done}]
  actions jsonb not null check (jsonb_typeof(actions) = 'array'),
  revision integer not null default 1 check (revision > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, mentorship_id) references kith.mentorships on delete cascade
);
create index mentorship_sessions_by_mentorship
  on kith.mentorship_sessions (tenant_id, mentorship_id, starts_at, id);
