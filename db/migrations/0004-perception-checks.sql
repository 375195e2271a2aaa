-- Perception checks: who asked, about which decision, and what was answered. Names nobody but by id,
-- and goes with either person.

create table kith.perception_checks (
  tenant_id uuid not null references kith.tenants on delete cascade,
  id uuid not null,
  actor text not null check (char_length(actor) between 1 and 200),
  decision text not null check (char_length(decision) between 1 and 100),
  decider_id uuid not null,
  subject_id uuid not null,
  concern text not null check (concern in ('none', 'low', 'high')),
  reasons jsonb not null check (jsonb_typeof(reasons) = 'array'),
  model text not null check (char_length(model) <= 100),
  asked_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, decider_id) references kith.people on delete cascade,
  foreign key (tenant_id, subject_id) references kith.people on delete cascade,
  constraint perception_checks_of_another check (decider_id <> subject_id)
);
create index perception_checks_by_actor on kith.perception_checks (tenant_id, actor, id);
create index perception_checks_by_decider on kith.perception_checks (tenant_id, decider_id);
create index perception_checks_by_subject on kith.perception_checks (tenant_id, subject_id);
