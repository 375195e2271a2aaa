-- When somebody held the positions that an organization or a title is a search key of, so that a
-- search for who works there now reads no profile. Days are numbers, YYYYMMDD: a year or a month,
-- which is what people know of their past, is a range of them without a calendar. null: at any time.

alter table kith.person_search_keys add column held int4multirange;
-- In the index, so that a search looks at nothing else.
alter table kith.person_search_keys drop constraint person_search_keys_pkey;
alter table kith.person_search_keys
  add primary key (tenant_id, kind, key, person_id) include (held);

-- The owner sees the rows of every tenant while it fills the column; what follows every migration
-- forces row-level security again.
alter table kith.people no force row level security;
alter table kith.person_search_keys no force row level security;

-- Keys are folded by the service. What this cannot fold in the same way (marks beyond the Latin ones)
-- stays null, found as if it were held at any time, until the person is written the next time.
with spans as (
  select tenant_id, id as person_id, named.kind, folded.key,
    range_agg(int4range(days.first, days.last, '[]')) as held
  from kith.people
  cross join lateral jsonb_array_elements(positions) as position
  cross join lateral (select
    rpad(replace(coalesce(position ->> 'from', '0'), '-', ''), 8, '0')::int as first,
    rpad(replace(coalesce(position ->> 'to', '9'), '-', ''), 8, '9')::int as last) as days
  cross join lateral (values
    ('organization', position ->> 'organization'), ('title', position ->> 'title')
  ) as named (kind, name)
  cross join lateral (select left(btrim(regexp_replace(regexp_replace(
    lower(normalize(named.name, nfkd)), '[\u0300-\u036f]+', '', 'g'), '\s+', ' ', 'g')), 250)
  ) as folded (key)
  where named.name is not null and days.first <= days.last
  group by tenant_id, id, named.kind, folded.key
)
update kith.person_search_keys as keys set held = spans.held
from spans
where keys.tenant_id = spans.tenant_id and keys.person_id = spans.person_id
  and keys.kind = spans.kind and keys.key = spans.key
  and spans.held <> '{[0,99999999]}'::int4multirange;
