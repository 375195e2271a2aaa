-- What a platform's server signs member tokens with. Only the public half is kept, so that nobody
-- who reads the database can make a token.
create table kith.signing_secrets (
  tenant_id uuid not null references kith.tenants on delete cascade,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 500),
  -- service: made by a process of ours for the tokens it issues itself; its private half is in that
  -- process's memory alone.
  origin text not null check (origin in ('platform', 'service')),
  public_key bytea not null check (octet_length(public_key) = 32),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
