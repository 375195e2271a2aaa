-- Introductions: who asks whom to be introduced to whom, and where that stands. Goes with any of the
-- three people. What they wrote is personal data: it stands here alone, never in events or audit.

create table kith.introductions (
  tenant_id uuid not null references kith.tenants on delete cascade,
  id uuid not null,
  requester_id uuid not null,
  introducer_id uuid not null,
  target_id uuid not null,
  purpose text not null
    check (purpose in ('information', 'advice', 'mentoring', 'collaboration', 'referral', 'job')),
  -- To be read by the introducer and the target.
  blurb text not null check (char_length(blurb) between 1 and 2000),
  -- To the introducer alone.
  note text check (char_length(note) between 1 and 2000),
  -- Expiry comes by itself and is never stored.
  state text not null default 'requested' check (state in ('requested', 'introducerAgreed',
    'targetAgreed', 'made', 'thanked', 'reported', 'declinedByIntroducer', 'declinedByTarget',
    'withdrawn')),
  requested_at timestamptz not null,
  introducer_agreed_at timestamptz,
  target_agreed_at timestamptz,
  made_at timestamptz,
  thanked_at timestamptz,
  reported_at timestamptz,
  -- For who declined alone.
  introducer_reason text check (char_length(introducer_reason) between 1 and 1000),
  target_reason text check (char_length(target_reason) between 1 and 1000),
  -- Which of their addresses they share once both agreed.
  requester_email text check (char_length(requester_email) <= 254),
  target_email text check (char_length(target_email) <= 254),
  -- How it went, to the introducer.
  report text check (char_length(report) between 1 and 2000),
  primary key (tenant_id, id),
  foreign key (tenant_id, requester_id) references kith.people on delete cascade,
  foreign key (tenant_id, introducer_id) references kith.people on delete cascade,
  foreign key (tenant_id, target_id) references kith.people on delete cascade,
  constraint introductions_among_three check (
    requester_id <> introducer_id and requester_id <> target_id and introducer_id <> target_id),
  constraint introductions_in_order check (
    (target_agreed_at is null or introducer_agreed_at is not null)
    and (made_at is null or target_agreed_at is not null)
    and (made_at is null) = (state not in ('made', 'thanked', 'reported')))
);
create index introductions_by_requester on kith.introductions (tenant_id, requester_id, id);
create index introductions_by_introducer on kith.introductions (tenant_id, introducer_id, id);
create index introductions_by_target on kith.introductions (tenant_id, target_id, id);
