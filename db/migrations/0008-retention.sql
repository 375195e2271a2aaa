-- Where a tenant's record begins, once what is older was deleted.

-- The last event that was deleted, and all before it: a reader that has not come so far missed some.
create table kith.event_windows (
  tenant_id uuid primary key,
  upto_xid xid8 not null,
  upto_seq bigint not null,
  kept_from timestamptz not null
);

-- The last seal whose entries were deleted: the chain goes on from its hash. The service may not
-- write it (see src/migrate/row-level-security.sql), or it could pass off a hole as age.
create table kith.audit_anchors (
  tenant_id uuid primary key,
  number integer not null check (number > 0),
  upto_xid xid8 not null,
  upto_seq bigint not null,
  hash bytea not null check (octet_length(hash) = 32),
  -- All entries up to here were recorded before.
  kept_from timestamptz not null
);

-- With what a receipt that was imported is verified; null: with the tenant's own key.
alter table kith.erasure_receipts add column public_key bytea
  check (octet_length(public_key) between 32 and 200);
