-- The record of every change: events for those who follow it, audit entries for those who check it.
-- Both are written by the transaction of the change. No foreign keys: they outlive what they name.
-- The service may not change them (see src/migrate/row-level-security.sql).

create table kith.events (
  tenant_id uuid not null,
  -- A feed read by a sequence alone loses rows that commit late: it is read in the order of
  -- transactions, up to the oldest that is still under way.
  xid xid8 not null default pg_current_xact_id(),
  seq bigint not null generated always as identity,
  id uuid not null,
  type text not null check (char_length(type) between 3 and 100),
  object_kind text not null check (char_length(object_kind) between 1 and 50),
  object_id uuid,
  related_id uuid,
  -- Counts the changes of one object.
  object_sequence bigint check (object_sequence > 0),
  data jsonb not null default '{}'
    check (jsonb_typeof(data) = 'object' and octet_length(data::text) <= 10000),
  occurred_at timestamptz not null,
  primary key (tenant_id, xid, seq),
  constraint events_of_one_object_are_counted
    check ((object_id is null) = (object_sequence is null))
);
create index events_by_object on kith.events (tenant_id, object_id, xid, seq)
  where object_id is not null;
create index events_by_type on kith.events (tenant_id, type, xid, seq);

create table kith.audit_entries (
  tenant_id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  seq bigint not null generated always as identity,
  id uuid not null,
  actor_kind text not null check (char_length(actor_kind) between 1 and 50),
  actor_id uuid,
  operation text not null check (char_length(operation) between 3 and 100),
  outcome text not null check (char_length(outcome) between 3 and 100),
  object_kind text not null check (char_length(object_kind) between 1 and 50),
  object_id uuid,
  related_id uuid,
  object_count integer not null check (object_count > 0),
  request_id text check (char_length(request_id) between 1 and 200),
  recorded_at timestamptz not null,
  primary key (tenant_id, xid, seq)
);
create index audit_entries_by_actor on kith.audit_entries (tenant_id, actor_id, xid, seq)
  where actor_id is not null;
create index audit_entries_by_object on kith.audit_entries (tenant_id, object_id, xid, seq)
  where object_id is not null;

-- A chain of seals for each tenant: each closes over a stretch of entries and the seal before it.
create table kith.audit_seals (
  tenant_id uuid not null,
  number integer not null check (number > 0),
  -- For each entry 48 bytes: xid, seq, and the SHA-256 of the entry.
  leaves bytea not null check (octet_length(leaves) > 0 and octet_length(leaves) % 48 = 0),
  upto_xid xid8 not null,
  upto_seq bigint not null,
  hash bytea not null check (octet_length(hash) = 32),
  sealed_at timestamptz not null,
  primary key (tenant_id, number)
);
