-- What stays of an erasure: a signed receipt and keyed hashes of the identifiers, so that an import
-- can't bring the person back. Neither tells who it was.

-- Made with a tenant's first erasure. Without the key a hash can't be tried against names.
create table kith.erasure_keys (
  tenant_id uuid primary key references kith.tenants on delete cascade,
  suppression_key bytea not null check (octet_length(suppression_key) = 32),
  signing_key bytea not null check (octet_length(signing_key) between 32 and 200),
  created_at timestamptz not null default now()
);

create table kith.erasure_receipts (
  tenant_id uuid not null references kith.tenants on delete cascade,
  id uuid not null,
  statement text not null check (octet_length(statement) <= 10000),
  signature bytea not null check (octet_length(signature) = 64),
  erased_at timestamptz not null,
  primary key (tenant_id, id)
);

create table kith.suppressions (
  tenant_id uuid not null references kith.tenants on delete cascade,
  hash bytea not null check (octet_length(hash) = 32),
  kind text not null check (kind in ('externalId', 'email')),
  -- Identifiers of one person have one receipt; none when nobody had the identifier.
  receipt_id uuid,
  created_at timestamptz not null,
  primary key (tenant_id, hash),
  foreign key (tenant_id, receipt_id) references kith.erasure_receipts
);
create index suppressions_by_receipt on kith.suppressions (tenant_id, receipt_id);

-- Whom a stored answer names, so that it can be forgotten with them.
alter table kith.idempotency_keys add column person_ids uuid[] not null default '{}';
