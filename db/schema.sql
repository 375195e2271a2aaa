-- The schema as the migrations make it. Written by `pnpm --filter @kith/db schema`; do not edit.

create table kith.api_keys (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  hint text not null,
  secret_hash bytea not null,
  scopes text[] not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint api_keys_pkey PRIMARY KEY (tenant_id, id),
  constraint api_keys_tenant_id_secret_hash_key UNIQUE (tenant_id, secret_hash),
  constraint api_keys_hint_check CHECK ((char_length(hint) <= 32)),
  constraint api_keys_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 500))),
  constraint api_keys_scopes_check CHECK ((cardinality(scopes) <= 100)),
  constraint api_keys_secret_hash_check CHECK (((octet_length(secret_hash) >= 16) AND (octet_length(secret_hash) <= 128))),
  constraint api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kith.tenants(tenant_id) ON DELETE CASCADE
);
alter table kith.api_keys enable row level security;
alter table kith.api_keys force row level security;
create policy tenant_isolation on kith.api_keys for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.ask_helpers (
  tenant_id uuid not null,
  ask_id uuid not null,
  person_id uuid not null,
  constraint ask_helpers_pkey PRIMARY KEY (tenant_id, ask_id, person_id),
  constraint ask_helpers_tenant_id_ask_id_fkey FOREIGN KEY (tenant_id, ask_id) REFERENCES kith.asks(tenant_id, id) ON DELETE CASCADE,
  constraint ask_helpers_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX ask_helpers_by_person ON kith.ask_helpers USING btree (tenant_id, person_id, ask_id);
alter table kith.ask_helpers enable row level security;
alter table kith.ask_helpers force row level security;
create policy tenant_isolation on kith.ask_helpers for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.ask_recipients (
  tenant_id uuid not null,
  ask_id uuid not null,
  person_id uuid not null,
  constraint ask_recipients_pkey PRIMARY KEY (tenant_id, ask_id, person_id),
  constraint ask_recipients_tenant_id_ask_id_fkey FOREIGN KEY (tenant_id, ask_id) REFERENCES kith.asks(tenant_id, id) ON DELETE CASCADE,
  constraint ask_recipients_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX ask_recipients_by_person ON kith.ask_recipients USING btree (tenant_id, person_id, ask_id);
alter table kith.ask_recipients enable row level security;
alter table kith.ask_recipients force row level security;
create policy tenant_isolation on kith.ask_recipients for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.asks (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  audience text not null,
  circles text[] not null default '{}'::text[],
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  kind text not null,
  title text not null,
  text text,
  skills text[] not null default '{}'::text[],
  topics text[] not null default '{}'::text[],
  organization text,
  expires_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  outcome text,
  note text,
  constraint asks_pkey PRIMARY KEY (tenant_id, id),
  constraint asks_audience_check CHECK ((audience = ANY (ARRAY['public'::text, 'network'::text, 'colleagues'::text, 'trusted'::text, 'circles'::text, 'people'::text, 'private'::text]))),
  constraint asks_circles_check CHECK ((cardinality(circles) <= 100)),
  constraint asks_closed_with_outcome CHECK (((closed_at IS NULL) = (outcome IS NULL))),
  constraint asks_kind_check CHECK ((kind = ANY (ARRAY['information'::text, 'advice'::text, 'feedback'::text, 'introduction'::text, 'referral'::text, 'mentoring'::text, 'collaboration'::text, 'support'::text, 'job'::text]))),
  constraint asks_note_check CHECK (((char_length(note) >= 1) AND (char_length(note) <= 5000))),
  constraint asks_organization_check CHECK (((char_length(organization) >= 1) AND (char_length(organization) <= 200))),
  constraint asks_outcome_check CHECK ((outcome = ANY (ARRAY['helped'::text, 'partlyHelped'::text, 'notHelped'::text, 'noLongerNeeded'::text]))),
  constraint asks_revision_check CHECK ((revision > 0)),
  constraint asks_skills_check CHECK ((cardinality(skills) <= 100)),
  constraint asks_text_check CHECK (((char_length(text) >= 1) AND (char_length(text) <= 5000))),
  constraint asks_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200))),
  constraint asks_topics_check CHECK ((cardinality(topics) <= 100)),
  constraint asks_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX asks_by_person ON kith.asks USING btree (tenant_id, person_id, id);
CREATE INDEX asks_public ON kith.asks USING btree (tenant_id, id) WHERE ((audience = 'public'::text) AND (closed_at IS NULL));
alter table kith.asks enable row level security;
alter table kith.asks force row level security;
create policy tenant_isolation on kith.asks for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.audit_anchors (
  tenant_id uuid not null,
  number integer not null,
  upto_xid xid8 not null,
  upto_seq bigint not null,
  hash bytea not null,
  kept_from timestamp with time zone not null,
  constraint audit_anchors_pkey PRIMARY KEY (tenant_id),
  constraint audit_anchors_hash_check CHECK ((octet_length(hash) = 32)),
  constraint audit_anchors_number_check CHECK ((number > 0))
);
alter table kith.audit_anchors enable row level security;
alter table kith.audit_anchors force row level security;
create policy tenant_isolation on kith.audit_anchors for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.audit_entries (
  tenant_id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  seq bigint not null generated always as identity,
  id uuid not null,
  actor_kind text not null,
  actor_id uuid,
  operation text not null,
  outcome text not null,
  object_kind text not null,
  object_id uuid,
  related_id uuid,
  object_count integer not null,
  request_id text,
  recorded_at timestamp with time zone not null,
  constraint audit_entries_pkey PRIMARY KEY (tenant_id, xid, seq),
  constraint audit_entries_actor_kind_check CHECK (((char_length(actor_kind) >= 1) AND (char_length(actor_kind) <= 50))),
  constraint audit_entries_object_count_check CHECK ((object_count > 0)),
  constraint audit_entries_object_kind_check CHECK (((char_length(object_kind) >= 1) AND (char_length(object_kind) <= 50))),
  constraint audit_entries_operation_check CHECK (((char_length(operation) >= 3) AND (char_length(operation) <= 100))),
  constraint audit_entries_outcome_check CHECK (((char_length(outcome) >= 3) AND (char_length(outcome) <= 100))),
  constraint audit_entries_request_id_check CHECK (((char_length(request_id) >= 1) AND (char_length(request_id) <= 200)))
);
CREATE INDEX audit_entries_by_actor ON kith.audit_entries USING btree (tenant_id, actor_id, xid, seq) WHERE (actor_id IS NOT NULL);
CREATE INDEX audit_entries_by_object ON kith.audit_entries USING btree (tenant_id, object_id, xid, seq) WHERE (object_id IS NOT NULL);
alter table kith.audit_entries enable row level security;
alter table kith.audit_entries force row level security;
create policy tenant_isolation on kith.audit_entries for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.audit_seals (
  tenant_id uuid not null,
  number integer not null,
  leaves bytea not null,
  upto_xid xid8 not null,
  upto_seq bigint not null,
  hash bytea not null,
  sealed_at timestamp with time zone not null,
  constraint audit_seals_pkey PRIMARY KEY (tenant_id, number),
  constraint audit_seals_hash_check CHECK ((octet_length(hash) = 32)),
  constraint audit_seals_leaves_check CHECK (((octet_length(leaves) > 0) AND ((octet_length(leaves) % 48) = 0))),
  constraint audit_seals_number_check CHECK ((number > 0))
);
alter table kith.audit_seals enable row level security;
alter table kith.audit_seals force row level security;
create policy tenant_isolation on kith.audit_seals for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.contact_days (
  tenant_id uuid not null,
  a_id uuid not null,
  b_id uuid not null,
  day date not null,
  mask smallint not null,
  added smallint not null,
  constraint contact_days_pkey PRIMARY KEY (tenant_id, a_id, b_id, day),
  constraint contact_days_added_check CHECK (((added >= 1) AND (added <= 15))),
  constraint contact_days_mask_check CHECK (((mask >= 1) AND (mask <= 15))),
  constraint contact_days_ordered CHECK ((a_id < b_id))
);
alter table kith.contact_days enable row level security;
alter table kith.contact_days force row level security;
create policy tenant_isolation on kith.contact_days for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.erasure_keys (
  tenant_id uuid not null,
  suppression_key bytea not null,
  signing_key bytea not null,
  created_at timestamp with time zone not null default now(),
  constraint erasure_keys_pkey PRIMARY KEY (tenant_id),
  constraint erasure_keys_signing_key_check CHECK (((octet_length(signing_key) >= 32) AND (octet_length(signing_key) <= 200))),
  constraint erasure_keys_suppression_key_check CHECK ((octet_length(suppression_key) = 32)),
  constraint erasure_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kith.tenants(tenant_id) ON DELETE CASCADE
);
alter table kith.erasure_keys enable row level security;
alter table kith.erasure_keys force row level security;
create policy tenant_isolation on kith.erasure_keys for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.erasure_receipts (
  tenant_id uuid not null,
  id uuid not null,
  statement text not null,
  signature bytea not null,
  erased_at timestamp with time zone not null,
  public_key bytea,
  constraint erasure_receipts_pkey PRIMARY KEY (tenant_id, id),
  constraint erasure_receipts_public_key_check CHECK (((octet_length(public_key) >= 32) AND (octet_length(public_key) <= 200))),
  constraint erasure_receipts_signature_check CHECK ((octet_length(signature) = 64)),
  constraint erasure_receipts_statement_check CHECK ((octet_length(statement) <= 10000)),
  constraint erasure_receipts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kith.tenants(tenant_id) ON DELETE CASCADE
);
alter table kith.erasure_receipts enable row level security;
alter table kith.erasure_receipts force row level security;
create policy tenant_isolation on kith.erasure_receipts for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.event_windows (
  tenant_id uuid not null,
  upto_xid xid8 not null,
  upto_seq bigint not null,
  kept_from timestamp with time zone not null,
  constraint event_windows_pkey PRIMARY KEY (tenant_id)
);
alter table kith.event_windows enable row level security;
alter table kith.event_windows force row level security;
create policy tenant_isolation on kith.event_windows for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.events (
  tenant_id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  seq bigint not null generated always as identity,
  id uuid not null,
  type text not null,
  object_kind text not null,
  object_id uuid,
  related_id uuid,
  object_sequence bigint,
  data jsonb not null default '{}'::jsonb,
  occurred_at timestamp with time zone not null,
  constraint events_pkey PRIMARY KEY (tenant_id, xid, seq),
  constraint events_data_check CHECK (((jsonb_typeof(data) = 'object'::text) AND (octet_length((data)::text) <= 10000))),
  constraint events_object_kind_check CHECK (((char_length(object_kind) >= 1) AND (char_length(object_kind) <= 50))),
  constraint events_object_sequence_check CHECK ((object_sequence > 0)),
  constraint events_of_one_object_are_counted CHECK (((object_id IS NULL) = (object_sequence IS NULL))),
  constraint events_type_check CHECK (((char_length(type) >= 3) AND (char_length(type) <= 100)))
);
CREATE INDEX events_by_object ON kith.events USING btree (tenant_id, object_id, xid, seq) WHERE (object_id IS NOT NULL);
CREATE INDEX events_by_type ON kith.events USING btree (tenant_id, type, xid, seq);
alter table kith.events enable row level security;
alter table kith.events force row level security;
create policy tenant_isolation on kith.events for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.frames (
  tenant_id uuid not null,
  person_id uuid not null,
  audiences jsonb not null default '{}'::jsonb,
  revision integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint frames_pkey PRIMARY KEY (tenant_id, person_id),
  constraint frames_audiences_check CHECK ((jsonb_typeof(audiences) = 'object'::text)),
  constraint frames_revision_check CHECK ((revision > 0)),
  constraint frames_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
alter table kith.frames enable row level security;
alter table kith.frames force row level security;
create policy tenant_isolation on kith.frames for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.gathering_attendees (
  tenant_id uuid not null,
  gathering_id uuid not null,
  person_id uuid not null,
  response text not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint gathering_attendees_pkey PRIMARY KEY (tenant_id, gathering_id, person_id),
  constraint gathering_attendees_response_check CHECK ((response = ANY (ARRAY['invited'::text, 'going'::text, 'maybe'::text, 'declined'::text, 'attended'::text]))),
  constraint gathering_attendees_tenant_id_gathering_id_fkey FOREIGN KEY (tenant_id, gathering_id) REFERENCES kith.gatherings(tenant_id, id) ON DELETE CASCADE,
  constraint gathering_attendees_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX gathering_attendees_by_person ON kith.gathering_attendees USING btree (tenant_id, person_id);
alter table kith.gathering_attendees enable row level security;
alter table kith.gathering_attendees force row level security;
create policy tenant_isolation on kith.gathering_attendees for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.gatherings (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  kind text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  time_zone text,
  location text,
  organization text,
  topics text[] not null default '{}'::text[],
  visibility text not null default 'attendees'::text,
  revision integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint gatherings_pkey PRIMARY KEY (tenant_id, id),
  constraint gatherings_end_after_they_start CHECK ((ends_at >= starts_at)),
  constraint gatherings_kind_check CHECK (((char_length(kind) >= 1) AND (char_length(kind) <= 100))),
  constraint gatherings_location_check CHECK (((char_length(location) >= 1) AND (char_length(location) <= 1000))),
  constraint gatherings_organization_check CHECK (((char_length(organization) >= 1) AND (char_length(organization) <= 500))),
  constraint gatherings_revision_check CHECK ((revision > 0)),
  constraint gatherings_time_zone_check CHECK (((char_length(time_zone) >= 1) AND (char_length(time_zone) <= 100))),
  constraint gatherings_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 500))),
  constraint gatherings_topics_check CHECK ((cardinality(topics) <= 100)),
  constraint gatherings_visibility_check CHECK ((visibility = ANY (ARRAY['attendees'::text, 'everyone'::text]))),
  constraint gatherings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kith.tenants(tenant_id) ON DELETE CASCADE
);
CREATE INDEX gatherings_by_start ON kith.gatherings USING btree (tenant_id, starts_at, id);
alter table kith.gatherings enable row level security;
alter table kith.gatherings force row level security;
create policy tenant_isolation on kith.gatherings for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.goal_recipients (
  tenant_id uuid not null,
  goal_id uuid not null,
  person_id uuid not null,
  constraint goal_recipients_pkey PRIMARY KEY (tenant_id, goal_id, person_id),
  constraint goal_recipients_tenant_id_goal_id_fkey FOREIGN KEY (tenant_id, goal_id) REFERENCES kith.goals(tenant_id, id) ON DELETE CASCADE,
  constraint goal_recipients_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX goal_recipients_by_person ON kith.goal_recipients USING btree (tenant_id, person_id, goal_id);
alter table kith.goal_recipients enable row level security;
alter table kith.goal_recipients force row level security;
create policy tenant_isolation on kith.goal_recipients for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.goals (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  audience text not null,
  circles text[] not null default '{}'::text[],
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  kind text not null,
  target text,
  target_person_id uuid,
  title text,
  note text,
  until_at timestamp with time zone,
  closed_at timestamp with time zone,
  outcome text,
  constraint goals_pkey PRIMARY KEY (tenant_id, id),
  constraint goals_audience_check CHECK ((audience = ANY (ARRAY['public'::text, 'network'::text, 'colleagues'::text, 'trusted'::text, 'circles'::text, 'people'::text, 'private'::text]))),
  constraint goals_circles_check CHECK ((cardinality(circles) <= 100)),
  constraint goals_closed_with_outcome CHECK (((closed_at IS NULL) = (outcome IS NULL))),
  constraint goals_kind_check CHECK ((kind = ANY (ARRAY['skill'::text, 'role'::text, 'organization'::text, 'person'::text]))),
  constraint goals_note_check CHECK (((char_length(note) >= 1) AND (char_length(note) <= 5000))),
  constraint goals_of_another CHECK ((person_id <> target_person_id)),
  constraint goals_one_target CHECK ((((kind = 'person'::text) = (target_person_id IS NOT NULL)) AND ((kind = 'person'::text) = (target IS NULL)))),
  constraint goals_outcome_check CHECK ((outcome = ANY (ARRAY['reached'::text, 'letGo'::text]))),
  constraint goals_revision_check CHECK ((revision > 0)),
  constraint goals_target_check CHECK (((char_length(target) >= 1) AND (char_length(target) <= 200))),
  constraint goals_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200))),
  constraint goals_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE,
  constraint goals_tenant_id_target_person_id_fkey FOREIGN KEY (tenant_id, target_person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX goals_by_person ON kith.goals USING btree (tenant_id, person_id, id);
CREATE INDEX goals_by_target ON kith.goals USING btree (tenant_id, target_person_id);
CREATE INDEX goals_public ON kith.goals USING btree (tenant_id, id) WHERE ((audience = 'public'::text) AND (closed_at IS NULL));
alter table kith.goals enable row level security;
alter table kith.goals force row level security;
create policy tenant_isolation on kith.goals for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.idempotency_keys (
  tenant_id uuid not null,
  actor text not null,
  key text not null,
  fingerprint bytea not null,
  status integer,
  headers jsonb,
  body text,
  created_at timestamp with time zone not null default now(),
  person_ids uuid[] not null default '{}'::uuid[],
  constraint idempotency_keys_pkey PRIMARY KEY (tenant_id, actor, key),
  constraint idempotency_keys_actor_check CHECK (((char_length(actor) >= 1) AND (char_length(actor) <= 200))),
  constraint idempotency_keys_fingerprint_check CHECK ((octet_length(fingerprint) <= 128)),
  constraint idempotency_keys_headers_check CHECK ((jsonb_typeof(headers) = 'object'::text)),
  constraint idempotency_keys_key_check CHECK (((char_length(key) >= 1) AND (char_length(key) <= 300))),
  constraint idempotency_keys_status_check CHECK (((status >= 100) AND (status <= 599))),
  constraint idempotency_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kith.tenants(tenant_id) ON DELETE CASCADE
);
CREATE INDEX idempotency_keys_by_age ON kith.idempotency_keys USING btree (tenant_id, created_at);
alter table kith.idempotency_keys enable row level security;
alter table kith.idempotency_keys force row level security;
create policy tenant_isolation on kith.idempotency_keys for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.interactions (
  tenant_id uuid not null,
  id uuid not null,
  ordinal smallint not null,
  from_id uuid not null,
  to_id uuid not null,
  type text not null,
  category text not null,
  occurred_at timestamp with time zone not null,
  external_id text,
  duration_minutes integer,
  effort text,
  about_kind text,
  about_id text,
  metadata jsonb,
  recorded_at timestamp with time zone not null default now(),
  voided_at timestamp with time zone,
  constraint interactions_pkey PRIMARY KEY (tenant_id, id, ordinal),
  constraint interactions_about_id_check CHECK ((char_length(about_id) <= 600)),
  constraint interactions_about_kind_check CHECK ((char_length(about_kind) <= 100)),
  constraint interactions_category_check CHECK ((category = ANY (ARRAY['contact'::text, 'help'::text, 'courtesy'::text, 'friction'::text]))),
  constraint interactions_duration_minutes_check CHECK ((duration_minutes >= 0)),
  constraint interactions_effort_check CHECK ((char_length(effort) <= 100)),
  constraint interactions_external_id_check CHECK (((char_length(external_id) >= 1) AND (char_length(external_id) <= 500))),
  constraint interactions_metadata_check CHECK ((jsonb_typeof(metadata) = 'object'::text)),
  constraint interactions_ordinal_check CHECK ((ordinal >= 0)),
  constraint interactions_type_check CHECK (((char_length(type) >= 1) AND (char_length(type) <= 100))),
  constraint interactions_with_another CHECK ((from_id <> to_id))
);
CREATE INDEX interactions_by_pair ON kith.interactions USING btree (tenant_id, from_id, to_id, id);
CREATE UNIQUE INDEX interactions_external_id ON kith.interactions USING btree (tenant_id, external_id) WHERE (ordinal = 0);
CREATE INDEX interactions_given_in_answer ON kith.interactions USING btree (tenant_id, from_id, id) WHERE (category = ANY (ARRAY['courtesy'::text, 'friction'::text]));
CREATE INDEX interactions_received_to_answer ON kith.interactions USING btree (tenant_id, to_id, id) WHERE (category = ANY (ARRAY['help'::text, 'friction'::text]));
alter table kith.interactions enable row level security;
alter table kith.interactions force row level security;
create policy tenant_isolation on kith.interactions for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.introductions (
  tenant_id uuid not null,
  id uuid not null,
  requester_id uuid not null,
  introducer_id uuid not null,
  target_id uuid not null,
  purpose text not null,
  blurb text not null,
  note text,
  state text not null default 'requested'::text,
  requested_at timestamp with time zone not null,
  introducer_agreed_at timestamp with time zone,
  target_agreed_at timestamp with time zone,
  made_at timestamp with time zone,
  thanked_at timestamp with time zone,
  reported_at timestamp with time zone,
  introducer_reason text,
  target_reason text,
  requester_email text,
  target_email text,
  report text,
  constraint introductions_pkey PRIMARY KEY (tenant_id, id),
  constraint introductions_among_three CHECK (((requester_id <> introducer_id) AND (requester_id <> target_id) AND (introducer_id <> target_id))),
  constraint introductions_blurb_check CHECK (((char_length(blurb) >= 1) AND (char_length(blurb) <= 2000))),
  constraint introductions_in_order CHECK ((((target_agreed_at IS NULL) OR (introducer_agreed_at IS NOT NULL)) AND ((made_at IS NULL) OR (target_agreed_at IS NOT NULL)) AND ((made_at IS NULL) = (state <> ALL (ARRAY['made'::text, 'thanked'::text, 'reported'::text]))))),
  constraint introductions_introducer_reason_check CHECK (((char_length(introducer_reason) >= 1) AND (char_length(introducer_reason) <= 1000))),
  constraint introductions_note_check CHECK (((char_length(note) >= 1) AND (char_length(note) <= 2000))),
  constraint introductions_purpose_check CHECK ((purpose = ANY (ARRAY['information'::text, 'advice'::text, 'mentoring'::text, 'collaboration'::text, 'referral'::text, 'job'::text]))),
  constraint introductions_report_check CHECK (((char_length(report) >= 1) AND (char_length(report) <= 2000))),
  constraint introductions_requester_email_check CHECK ((char_length(requester_email) <= 254)),
  constraint introductions_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'introducerAgreed'::text, 'targetAgreed'::text, 'made'::text, 'thanked'::text, 'reported'::text, 'declinedByIntroducer'::text, 'declinedByTarget'::text, 'withdrawn'::text]))),
  constraint introductions_target_email_check CHECK ((char_length(target_email) <= 254)),
  constraint introductions_target_reason_check CHECK (((char_length(target_reason) >= 1) AND (char_length(target_reason) <= 1000))),
  constraint introductions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kith.tenants(tenant_id) ON DELETE CASCADE,
  constraint introductions_tenant_id_introducer_id_fkey FOREIGN KEY (tenant_id, introducer_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE,
  constraint introductions_tenant_id_requester_id_fkey FOREIGN KEY (tenant_id, requester_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE,
  constraint introductions_tenant_id_target_id_fkey FOREIGN KEY (tenant_id, target_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX introductions_by_introducer ON kith.introductions USING btree (tenant_id, introducer_id, id);
CREATE INDEX introductions_by_requester ON kith.introductions USING btree (tenant_id, requester_id, id);
CREATE INDEX introductions_by_target ON kith.introductions USING btree (tenant_id, target_id, id);
alter table kith.introductions enable row level security;
alter table kith.introductions force row level security;
create policy tenant_isolation on kith.introductions for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.mentorship_participants (
  tenant_id uuid not null,
  program_id uuid not null,
  person_id uuid not null,
  seeks boolean not null,
  capacity smallint not null,
  wants text[] not null,
  offers text[] not null,
  not_with uuid[] not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint mentorship_participants_pkey PRIMARY KEY (tenant_id, program_id, person_id),
  constraint mentorship_participants_capacity_check CHECK (((capacity >= 0) AND (capacity <= 50))),
  constraint mentorship_participants_not_with_check CHECK ((cardinality(not_with) <= 50)),
  constraint mentorship_participants_offers_check CHECK ((cardinality(offers) <= 20)),
  constraint mentorship_participants_wants_check CHECK ((cardinality(wants) <= 20)),
  constraint mentorship_participants_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE,
  constraint mentorship_participants_tenant_id_program_id_fkey FOREIGN KEY (tenant_id, program_id) REFERENCES kith.mentorship_programs(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX mentorship_participants_by_person ON kith.mentorship_participants USING btree (tenant_id, person_id);
alter table kith.mentorship_participants enable row level security;
alter table kith.mentorship_participants force row level security;
create policy tenant_isolation on kith.mentorship_participants for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.mentorship_programs (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  description text,
  across_organizations boolean not null,
  max_hours_apart smallint,
  closed_at timestamp with time zone,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint mentorship_programs_pkey PRIMARY KEY (tenant_id, id),
  constraint mentorship_programs_description_check CHECK ((char_length(description) <= 2000)),
  constraint mentorship_programs_max_hours_apart_check CHECK (((max_hours_apart >= 0) AND (max_hours_apart <= 12))),
  constraint mentorship_programs_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
  constraint mentorship_programs_revision_check CHECK ((revision > 0)),
  constraint mentorship_programs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kith.tenants(tenant_id) ON DELETE CASCADE
);
alter table kith.mentorship_programs enable row level security;
alter table kith.mentorship_programs force row level security;
create policy tenant_isolation on kith.mentorship_programs for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.mentorship_sessions (
  tenant_id uuid not null,
  id uuid not null,
  mentorship_id uuid not null,
  starts_at timestamp with time zone not null,
  duration_minutes integer,
  state text not null,
  questions text[] not null,
  feedback text[] not null,
  ideas text[] not null,
  actions jsonb not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint mentorship_sessions_pkey PRIMARY KEY (tenant_id, id),
  constraint mentorship_sessions_actions_check CHECK ((jsonb_typeof(actions) = 'array'::text)),
  constraint mentorship_sessions_duration_minutes_check CHECK (((duration_minutes >= 1) AND (duration_minutes <= 1440))),
  constraint mentorship_sessions_feedback_check CHECK ((cardinality(feedback) <= 20)),
  constraint mentorship_sessions_ideas_check CHECK ((cardinality(ideas) <= 20)),
  constraint mentorship_sessions_questions_check CHECK ((cardinality(questions) <= 20)),
  constraint mentorship_sessions_revision_check CHECK ((revision > 0)),
  constraint mentorship_sessions_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'cancelled'::text]))),
  constraint mentorship_sessions_tenant_id_mentorship_id_fkey FOREIGN KEY (tenant_id, mentorship_id) REFERENCES kith.mentorships(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX mentorship_sessions_by_mentorship ON kith.mentorship_sessions USING btree (tenant_id, mentorship_id, starts_at, id);
alter table kith.mentorship_sessions enable row level security;
alter table kith.mentorship_sessions force row level security;
create policy tenant_isolation on kith.mentorship_sessions for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.mentorships (
  tenant_id uuid not null,
  id uuid not null,
  program_id uuid,
  mentor_id uuid not null,
  mentee_id uuid not null,
  state text not null,
  mentor_accepted boolean not null,
  mentee_accepted boolean not null,
  topics text[] not null,
  fit jsonb,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  mentor_reflection text,
  mentee_reflection text,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint mentorships_pkey PRIMARY KEY (tenant_id, id),
  constraint mentorships_fit_check CHECK ((jsonb_typeof(fit) = 'object'::text)),
  constraint mentorships_mentee_reflection_check CHECK ((char_length(mentee_reflection) <= 5000)),
  constraint mentorships_mentor_reflection_check CHECK ((char_length(mentor_reflection) <= 5000)),
  constraint mentorships_of_two CHECK ((mentor_id <> mentee_id)),
  constraint mentorships_revision_check CHECK ((revision > 0)),
  constraint mentorships_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'active'::text, 'paused'::text, 'completed'::text, 'ended'::text, 'declined'::text]))),
  constraint mentorships_topics_check CHECK ((cardinality(topics) <= 20)),
  constraint mentorships_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kith.tenants(tenant_id) ON DELETE CASCADE,
  constraint mentorships_tenant_id_mentee_id_fkey FOREIGN KEY (tenant_id, mentee_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE,
  constraint mentorships_tenant_id_mentor_id_fkey FOREIGN KEY (tenant_id, mentor_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE,
  constraint mentorships_tenant_id_program_id_fkey FOREIGN KEY (tenant_id, program_id) REFERENCES kith.mentorship_programs(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX mentorships_by_mentee ON kith.mentorships USING btree (tenant_id, mentee_id, id);
CREATE INDEX mentorships_by_mentor ON kith.mentorships USING btree (tenant_id, mentor_id, id);
CREATE INDEX mentorships_by_program ON kith.mentorships USING btree (tenant_id, program_id, id);
CREATE UNIQUE INDEX mentorships_open ON kith.mentorships USING btree (tenant_id, mentor_id, mentee_id) WHERE (state = ANY (ARRAY['proposed'::text, 'active'::text, 'paused'::text]));
alter table kith.mentorships enable row level security;
alter table kith.mentorships force row level security;
create policy tenant_isolation on kith.mentorships for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.milestones (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  title text,
  year smallint,
  month smallint not null,
  day smallint not null,
  yearly boolean not null,
  audience text not null default 'network'::text,
  revision integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint milestones_pkey PRIMARY KEY (tenant_id, id),
  constraint milestones_are_on_a_day_there_is CHECK ((make_date(COALESCE((year)::integer, 2000), (month)::integer, (day)::integer) IS NOT NULL)),
  constraint milestones_audience_check CHECK ((audience = ANY (ARRAY['public'::text, 'network'::text, 'colleagues'::text, 'trusted'::text, 'private'::text]))),
  constraint milestones_day_check CHECK (((day >= 1) AND (day <= 31))),
  constraint milestones_have_a_year_or_come_back CHECK ((yearly OR (year IS NOT NULL))),
  constraint milestones_kind_check CHECK (((char_length(kind) >= 1) AND (char_length(kind) <= 100))),
  constraint milestones_month_check CHECK (((month >= 1) AND (month <= 12))),
  constraint milestones_revision_check CHECK ((revision > 0)),
  constraint milestones_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 500))),
  constraint milestones_year_check CHECK (((year >= 1850) AND (year <= 2199))),
  constraint milestones_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX milestones_by_person ON kith.milestones USING btree (tenant_id, person_id);
alter table kith.milestones enable row level security;
alter table kith.milestones force row level security;
create policy tenant_isolation on kith.milestones for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.model_calibrations (
  tenant_id uuid not null,
  id uuid not null,
  number integer not null,
  outcome text not null,
  adopted boolean not null default false,
  horizon_days integer not null,
  windows integer not null,
  scale_before double precision not null,
  scale_after double precision not null,
  findings jsonb not null,
  measured_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  constraint model_calibrations_pkey PRIMARY KEY (tenant_id, id),
  constraint model_calibrations_tenant_id_number_key UNIQUE (tenant_id, number),
  constraint model_calibrations_adopt_the_better CHECK (((NOT adopted) OR (outcome = 'better'::text))),
  constraint model_calibrations_findings_check CHECK ((jsonb_typeof(findings) = 'object'::text)),
  constraint model_calibrations_horizon_days_check CHECK ((horizon_days > 0)),
  constraint model_calibrations_number_check CHECK ((number > 0)),
  constraint model_calibrations_outcome_check CHECK ((outcome = ANY (ARRAY['better'::text, 'notBetter'::text, 'tooLittleData'::text]))),
  constraint model_calibrations_scale_after_check CHECK ((scale_after > (0)::double precision)),
  constraint model_calibrations_scale_before_check CHECK ((scale_before > (0)::double precision)),
  constraint model_calibrations_windows_check CHECK ((windows > 0)),
  constraint model_calibrations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kith.tenants(tenant_id) ON DELETE CASCADE
);
alter table kith.model_calibrations enable row level security;
alter table kith.model_calibrations force row level security;
create policy tenant_isolation on kith.model_calibrations for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.nudge_actions (
  tenant_id uuid not null,
  person_id uuid not null,
  nudge_id uuid not null,
  kind text not null,
  subject_id uuid,
  occasion text not null,
  action text not null,
  acted_at timestamp with time zone not null,
  until_at timestamp with time zone,
  constraint nudge_actions_pkey PRIMARY KEY (tenant_id, person_id, nudge_id),
  constraint nudge_actions_about_another CHECK ((person_id <> subject_id)),
  constraint nudge_actions_action_check CHECK ((action = ANY (ARRAY['done'::text, 'snoozed'::text, 'dismissed'::text]))),
  constraint nudge_actions_kind_check CHECK (((char_length(kind) >= 1) AND (char_length(kind) <= 40))),
  constraint nudge_actions_occasion_check CHECK (((char_length(occasion) >= 1) AND (char_length(occasion) <= 100))),
  constraint nudge_actions_until CHECK (((action = 'snoozed'::text) = (until_at IS NOT NULL))),
  constraint nudge_actions_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE,
  constraint nudge_actions_tenant_id_subject_id_fkey FOREIGN KEY (tenant_id, subject_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX nudge_actions_by_subject ON kith.nudge_actions USING btree (tenant_id, subject_id);
alter table kith.nudge_actions enable row level security;
alter table kith.nudge_actions force row level security;
create policy tenant_isolation on kith.nudge_actions for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.nudge_preferences (
  tenant_id uuid not null,
  person_id uuid not null,
  weekly_budget smallint,
  quiet_from text,
  quiet_to text,
  time_zone text,
  kinds_off text[] not null default '{}'::text[],
  cadences jsonb not null default '[]'::jsonb,
  revision integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint nudge_preferences_pkey PRIMARY KEY (tenant_id, person_id),
  constraint nudge_preferences_cadences_check CHECK ((jsonb_typeof(cadences) = 'array'::text)),
  constraint nudge_preferences_kinds_off_check CHECK ((cardinality(kinds_off) <= 50)),
  constraint nudge_preferences_quiet_both CHECK (((quiet_from IS NULL) = (quiet_to IS NULL))),
  constraint nudge_preferences_quiet_from_check CHECK ((quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint nudge_preferences_quiet_to_check CHECK ((quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint nudge_preferences_revision_check CHECK ((revision > 0)),
  constraint nudge_preferences_time_zone_check CHECK (((char_length(time_zone) >= 1) AND (char_length(time_zone) <= 64))),
  constraint nudge_preferences_weekly_budget_check CHECK (((weekly_budget >= 0) AND (weekly_budget <= 20))),
  constraint nudge_preferences_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
alter table kith.nudge_preferences enable row level security;
alter table kith.nudge_preferences force row level security;
create policy tenant_isolation on kith.nudge_preferences for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.offer_recipients (
  tenant_id uuid not null,
  offer_id uuid not null,
  person_id uuid not null,
  constraint offer_recipients_pkey PRIMARY KEY (tenant_id, offer_id, person_id),
  constraint offer_recipients_tenant_id_offer_id_fkey FOREIGN KEY (tenant_id, offer_id) REFERENCES kith.offers(tenant_id, id) ON DELETE CASCADE,
  constraint offer_recipients_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX offer_recipients_by_person ON kith.offer_recipients USING btree (tenant_id, person_id, offer_id);
alter table kith.offer_recipients enable row level security;
alter table kith.offer_recipients force row level security;
create policy tenant_isolation on kith.offer_recipients for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.offers (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  audience text not null,
  circles text[] not null default '{}'::text[],
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  kinds text[] not null,
  title text not null,
  text text,
  skills text[] not null default '{}'::text[],
  topics text[] not null default '{}'::text[],
  capacity integer,
  expires_at timestamp with time zone,
  constraint offers_pkey PRIMARY KEY (tenant_id, id),
  constraint offers_audience_check CHECK ((audience = ANY (ARRAY['public'::text, 'network'::text, 'colleagues'::text, 'trusted'::text, 'circles'::text, 'people'::text, 'private'::text]))),
  constraint offers_capacity_check CHECK (((capacity >= 1) AND (capacity <= 1000))),
  constraint offers_circles_check CHECK ((cardinality(circles) <= 100)),
  constraint offers_kinds_check CHECK ((((cardinality(kinds) >= 1) AND (cardinality(kinds) <= 9)) AND (kinds <@ ARRAY['information'::text, 'advice'::text, 'feedback'::text, 'introduction'::text, 'referral'::text, 'mentoring'::text, 'collaboration'::text, 'support'::text, 'job'::text]))),
  constraint offers_revision_check CHECK ((revision > 0)),
  constraint offers_skills_check CHECK ((cardinality(skills) <= 100)),
  constraint offers_text_check CHECK (((char_length(text) >= 1) AND (char_length(text) <= 5000))),
  constraint offers_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200))),
  constraint offers_topics_check CHECK ((cardinality(topics) <= 100)),
  constraint offers_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX offers_by_person ON kith.offers USING btree (tenant_id, person_id, id);
CREATE INDEX offers_public ON kith.offers USING btree (tenant_id, id) WHERE (audience = 'public'::text);
alter table kith.offers enable row level security;
alter table kith.offers force row level security;
create policy tenant_isolation on kith.offers for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.people (
  tenant_id uuid not null,
  id uuid not null,
  external_id text,
  name text,
  headline text,
  emails text[] not null default '{}'::text[],
  positions jsonb not null default '[]'::jsonb,
  skills text[] not null default '{}'::text[],
  interests text[] not null default '{}'::text[],
  "values" text[] not null default '{}'::text[],
  location text,
  time_zone text,
  open_to_introduce boolean not null default true,
  metadata jsonb not null default '{}'::jsonb,
  revision integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint people_pkey PRIMARY KEY (tenant_id, id),
  constraint people_tenant_id_external_id_key UNIQUE (tenant_id, external_id),
  constraint people_emails_check CHECK ((cardinality(emails) <= 100)),
  constraint people_external_id_check CHECK (((char_length(external_id) >= 1) AND (char_length(external_id) <= 500))),
  constraint people_headline_check CHECK ((char_length(headline) <= 2000)),
  constraint people_interests_check CHECK ((cardinality(interests) <= 1000)),
  constraint people_location_check CHECK ((char_length(location) <= 1000)),
  constraint people_metadata_check CHECK ((jsonb_typeof(metadata) = 'object'::text)),
  constraint people_name_check CHECK ((char_length(name) <= 1000)),
  constraint people_positions_check CHECK ((jsonb_typeof(positions) = 'array'::text)),
  constraint people_revision_check CHECK ((revision > 0)),
  constraint people_skills_check CHECK ((cardinality(skills) <= 1000)),
  constraint people_time_zone_check CHECK ((char_length(time_zone) <= 100)),
  constraint people_values_check CHECK ((cardinality("values") <= 1000)),
  constraint people_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kith.tenants(tenant_id) ON DELETE CASCADE
);
CREATE INDEX people_by_update ON kith.people USING btree (tenant_id, updated_at, id);
alter table kith.people enable row level security;
alter table kith.people force row level security;
create policy tenant_isolation on kith.people for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.perception_checks (
  tenant_id uuid not null,
  id uuid not null,
  actor text not null,
  decision text not null,
  decider_id uuid not null,
  subject_id uuid not null,
  concern text not null,
  reasons jsonb not null,
  model text not null,
  asked_at timestamp with time zone not null,
  constraint perception_checks_pkey PRIMARY KEY (tenant_id, id),
  constraint perception_checks_actor_check CHECK (((char_length(actor) >= 1) AND (char_length(actor) <= 200))),
  constraint perception_checks_concern_check CHECK ((concern = ANY (ARRAY['none'::text, 'low'::text, 'high'::text]))),
  constraint perception_checks_decision_check CHECK (((char_length(decision) >= 1) AND (char_length(decision) <= 100))),
  constraint perception_checks_model_check CHECK ((char_length(model) <= 100)),
  constraint perception_checks_of_another CHECK ((decider_id <> subject_id)),
  constraint perception_checks_reasons_check CHECK ((jsonb_typeof(reasons) = 'array'::text)),
  constraint perception_checks_tenant_id_decider_id_fkey FOREIGN KEY (tenant_id, decider_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE,
  constraint perception_checks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kith.tenants(tenant_id) ON DELETE CASCADE,
  constraint perception_checks_tenant_id_subject_id_fkey FOREIGN KEY (tenant_id, subject_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX perception_checks_by_actor ON kith.perception_checks USING btree (tenant_id, actor, id);
CREATE INDEX perception_checks_by_decider ON kith.perception_checks USING btree (tenant_id, decider_id);
CREATE INDEX perception_checks_by_subject ON kith.perception_checks USING btree (tenant_id, subject_id);
alter table kith.perception_checks enable row level security;
alter table kith.perception_checks force row level security;
create policy tenant_isolation on kith.perception_checks for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.person_activity (
  tenant_id uuid not null,
  person_id uuid not null,
  last_seen_at timestamp with time zone not null,
  constraint person_activity_pkey PRIMARY KEY (tenant_id, person_id),
  constraint person_activity_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
alter table kith.person_activity enable row level security;
alter table kith.person_activity force row level security;
create policy tenant_isolation on kith.person_activity for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.person_aliases (
  tenant_id uuid not null,
  alias text not null,
  person_id uuid not null,
  constraint person_aliases_pkey PRIMARY KEY (tenant_id, alias),
  constraint person_aliases_alias_check CHECK (((char_length(alias) >= 1) AND (char_length(alias) <= 600))),
  constraint person_aliases_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX person_aliases_by_person ON kith.person_aliases USING btree (tenant_id, person_id);
alter table kith.person_aliases enable row level security;
alter table kith.person_aliases force row level security;
create policy tenant_isolation on kith.person_aliases for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.person_search_keys (
  tenant_id uuid not null,
  kind text not null,
  key text collate "C" not null,
  person_id uuid not null,
  held int4multirange,
  constraint person_search_keys_pkey PRIMARY KEY (tenant_id, kind, key, person_id) INCLUDE (held),
  constraint person_search_keys_key_check CHECK (((octet_length(key) >= 1) AND (octet_length(key) <= 1000))),
  constraint person_search_keys_kind_check CHECK ((kind = ANY (ARRAY['name'::text, 'email'::text, 'organization'::text, 'title'::text, 'skill'::text, 'interest'::text, 'value'::text]))),
  constraint person_search_keys_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX person_search_keys_by_person ON kith.person_search_keys USING btree (tenant_id, person_id);
alter table kith.person_search_keys enable row level security;
alter table kith.person_search_keys force row level security;
create policy tenant_isolation on kith.person_search_keys for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create unlogged table kith.rate_counts (
  tenant_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  minute integer not null,
  quota integer not null,
  used integer not null,
  granted integer not null,
  constraint rate_counts_pkey PRIMARY KEY (tenant_id, kind, subject_id),
  constraint rate_counts_granted_check CHECK ((granted >= 0)),
  constraint rate_counts_kind_check CHECK ((kind = ANY (ARRAY['key'::text, 'member'::text, 'tenant'::text]))),
  constraint rate_counts_quota_check CHECK ((quota > 0)),
  constraint rate_counts_used_check CHECK ((used >= 0))
);
alter table kith.rate_counts enable row level security;
alter table kith.rate_counts force row level security;
create policy tenant_isolation on kith.rate_counts for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.relationships (
  tenant_id uuid not null,
  a_id uuid not null,
  b_id uuid not null,
  log2_weight double precision not null default '-Infinity'::double precision,
  log2_recent_weight double precision not null default '-Infinity'::double precision,
  log2_weight_ab double precision not null default '-Infinity'::double precision,
  log2_weight_ba double precision not null default '-Infinity'::double precision,
  log2_help_ab double precision not null default '-Infinity'::double precision,
  log2_help_ba double precision not null default '-Infinity'::double precision,
  contact_days integer not null default 0,
  help_days_ab integer not null default 0,
  help_days_ba integer not null default 0,
  first_day date,
  last_day date,
  first_contact_at timestamp with time zone,
  last_contact_at timestamp with time zone,
  last_ab_at timestamp with time zone,
  last_ba_at timestamp with time zone,
  last_conflict_at timestamp with time zone,
  last_repair_at timestamp with time zone,
  strained boolean not null default false,
  due_at timestamp with time zone,
  updated_at timestamp with time zone not null default now(),
  constraint relationships_pkey PRIMARY KEY (tenant_id, a_id, b_id),
  constraint relationships_contact_days_check CHECK ((contact_days >= 0)),
  constraint relationships_help_days_ab_check CHECK ((help_days_ab >= 0)),
  constraint relationships_help_days_ba_check CHECK ((help_days_ba >= 0)),
  constraint relationships_ordered CHECK ((a_id < b_id)),
  constraint relationships_sums_are_numbers CHECK ((GREATEST(log2_weight, log2_recent_weight, log2_weight_ab, log2_weight_ba, log2_help_ab, log2_help_ba) < 'Infinity'::double precision)),
  constraint relationships_tenant_id_a_id_fkey FOREIGN KEY (tenant_id, a_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE,
  constraint relationships_tenant_id_b_id_fkey FOREIGN KEY (tenant_id, b_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX relationships_by_a ON kith.relationships USING btree (tenant_id, a_id, log2_weight DESC) INCLUDE (b_id, last_contact_at, strained);
CREATE INDEX relationships_by_b ON kith.relationships USING btree (tenant_id, b_id, log2_weight DESC) INCLUDE (a_id, last_contact_at, strained);
alter table kith.relationships enable row level security;
alter table kith.relationships force row level security;
create policy tenant_isolation on kith.relationships for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.signing_secrets (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  origin text not null,
  public_key bytea not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint signing_secrets_pkey PRIMARY KEY (tenant_id, id),
  constraint signing_secrets_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 500))),
  constraint signing_secrets_origin_check CHECK ((origin = ANY (ARRAY['platform'::text, 'service'::text]))),
  constraint signing_secrets_public_key_check CHECK ((octet_length(public_key) = 32)),
  constraint signing_secrets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kith.tenants(tenant_id) ON DELETE CASCADE
);
alter table kith.signing_secrets enable row level security;
alter table kith.signing_secrets force row level security;
create policy tenant_isolation on kith.signing_secrets for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.suppressions (
  tenant_id uuid not null,
  hash bytea not null,
  kind text not null,
  receipt_id uuid,
  created_at timestamp with time zone not null,
  constraint suppressions_pkey PRIMARY KEY (tenant_id, hash),
  constraint suppressions_hash_check CHECK ((octet_length(hash) = 32)),
  constraint suppressions_kind_check CHECK ((kind = ANY (ARRAY['externalId'::text, 'email'::text]))),
  constraint suppressions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kith.tenants(tenant_id) ON DELETE CASCADE,
  constraint suppressions_tenant_id_receipt_id_fkey FOREIGN KEY (tenant_id, receipt_id) REFERENCES kith.erasure_receipts(tenant_id, id)
);
CREATE INDEX suppressions_by_receipt ON kith.suppressions USING btree (tenant_id, receipt_id);
alter table kith.suppressions enable row level security;
alter table kith.suppressions force row level security;
create policy tenant_isolation on kith.suppressions for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.tenants (
  tenant_id uuid not null,
  name text not null,
  mode text not null,
  clock_offset_ms bigint not null default 0,
  settings jsonb not null default '{}'::jsonb,
  revision integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint tenants_pkey PRIMARY KEY (tenant_id),
  constraint tenants_clock_of_live_mode_is_real CHECK (((mode = 'test'::text) OR (clock_offset_ms = 0))),
  constraint tenants_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'test'::text]))),
  constraint tenants_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 500))),
  constraint tenants_revision_check CHECK ((revision > 0)),
  constraint tenants_settings_check CHECK ((jsonb_typeof(settings) = 'object'::text))
);
alter table kith.tenants enable row level security;
alter table kith.tenants force row level security;
create policy tenant_isolation on kith.tenants for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create table kith.tie_declarations (
  tenant_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  roles text[] not null default '{}'::text[],
  context text,
  proximity text,
  horizon text,
  circle text,
  cadence_ideal_days double precision,
  cadence_max_days double precision,
  paused boolean not null default false,
  note text,
  revision integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint tie_declarations_pkey PRIMARY KEY (tenant_id, from_id, to_id),
  constraint tie_declarations_cadence CHECK (((cadence_max_days > (0)::double precision) AND ((cadence_ideal_days IS NULL) OR (cadence_max_days >= cadence_ideal_days)))),
  constraint tie_declarations_cadence_ideal_days_check CHECK ((cadence_ideal_days > (0)::double precision)),
  constraint tie_declarations_circle_check CHECK ((char_length(circle) <= 200)),
  constraint tie_declarations_context_check CHECK ((context = ANY (ARRAY['professional'::text, 'personal'::text, 'both'::text]))),
  constraint tie_declarations_horizon_check CHECK ((horizon = ANY (ARRAY['project'::text, 'long-term'::text]))),
  constraint tie_declarations_note_check CHECK ((char_length(note) <= 20000)),
  constraint tie_declarations_proximity_check CHECK ((char_length(proximity) <= 100)),
  constraint tie_declarations_revision_check CHECK ((revision > 0)),
  constraint tie_declarations_roles_check CHECK ((cardinality(roles) <= 100)),
  constraint tie_declarations_with_another CHECK ((from_id <> to_id)),
  constraint tie_declarations_tenant_id_from_id_fkey FOREIGN KEY (tenant_id, from_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE,
  constraint tie_declarations_tenant_id_to_id_fkey FOREIGN KEY (tenant_id, to_id) REFERENCES kith.people(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX tie_declarations_by_to ON kith.tie_declarations USING btree (tenant_id, to_id);
alter table kith.tie_declarations enable row level security;
alter table kith.tie_declarations force row level security;
create policy tenant_isolation on kith.tie_declarations for all to public 
  using ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif"))) 
  with check ((tenant_id = ( SELECT (NULLIF(current_setting('kith.tenant'::text, true), ''::text))::uuid AS "nullif")));

create view kith.ties with (security_invoker=true) as
 SELECT relationships.tenant_id,
    relationships.a_id AS from_id,
    relationships.b_id AS to_id,
    relationships.log2_weight,
    relationships.log2_recent_weight,
    relationships.log2_weight_ab AS log2_weight_out,
    relationships.log2_weight_ba AS log2_weight_in,
    relationships.log2_help_ab AS log2_help_out,
    relationships.log2_help_ba AS log2_help_in,
    relationships.contact_days,
    relationships.help_days_ab AS help_days_out,
    relationships.help_days_ba AS help_days_in,
    relationships.first_day,
    relationships.last_day,
    relationships.first_contact_at,
    relationships.last_contact_at,
    relationships.last_ab_at AS last_out_at,
    relationships.last_ba_at AS last_in_at,
    relationships.last_conflict_at,
    relationships.last_repair_at,
    relationships.strained,
    relationships.due_at,
    relationships.updated_at
   FROM kith.relationships
UNION ALL
 SELECT relationships.tenant_id,
    relationships.b_id AS from_id,
    relationships.a_id AS to_id,
    relationships.log2_weight,
    relationships.log2_recent_weight,
    relationships.log2_weight_ba AS log2_weight_out,
    relationships.log2_weight_ab AS log2_weight_in,
    relationships.log2_help_ba AS log2_help_out,
    relationships.log2_help_ab AS log2_help_in,
    relationships.contact_days,
    relationships.help_days_ba AS help_days_out,
    relationships.help_days_ab AS help_days_in,
    relationships.first_day,
    relationships.last_day,
    relationships.first_contact_at,
    relationships.last_contact_at,
    relationships.last_ba_at AS last_out_at,
    relationships.last_ab_at AS last_in_at,
    relationships.last_conflict_at,
    relationships.last_repair_at,
    relationships.strained,
    relationships.due_at,
    relationships.updated_at
   FROM kith.relationships;

grant usage on schema kith to kith_app;
grant create, usage on schema kith to kith_owner;
grant delete, insert, select, update on kith.api_keys to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.api_keys to kith_owner;
grant delete, insert, select, update on kith.ask_helpers to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.ask_helpers to kith_owner;
grant delete, insert, select, update on kith.ask_recipients to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.ask_recipients to kith_owner;
grant delete, insert, select, update on kith.asks to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.asks to kith_owner;
grant select on kith.audit_anchors to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.audit_anchors to kith_owner;
grant insert, select on kith.audit_entries to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.audit_entries to kith_owner;
grant insert, select on kith.audit_seals to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.audit_seals to kith_owner;
grant delete, insert, select, update on kith.contact_days to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.contact_days to kith_owner;
grant delete, insert, select, update on kith.erasure_keys to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.erasure_keys to kith_owner;
grant delete, insert, select, update on kith.erasure_receipts to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.erasure_receipts to kith_owner;
grant delete, insert, select, update on kith.event_windows to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.event_windows to kith_owner;
grant delete, insert, select on kith.events to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.events to kith_owner;
grant delete, insert, select, update on kith.frames to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.frames to kith_owner;
grant delete, insert, select, update on kith.gathering_attendees to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.gathering_attendees to kith_owner;
grant delete, insert, select, update on kith.gatherings to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.gatherings to kith_owner;
grant delete, insert, select, update on kith.goal_recipients to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.goal_recipients to kith_owner;
grant delete, insert, select, update on kith.goals to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.goals to kith_owner;
grant delete, insert, select, update on kith.idempotency_keys to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.idempotency_keys to kith_owner;
grant delete, insert, select, update on kith.interactions to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.interactions to kith_owner;
grant delete, insert, select, update on kith.introductions to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.introductions to kith_owner;
grant delete, insert, select, update on kith.mentorship_participants to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.mentorship_participants to kith_owner;
grant delete, insert, select, update on kith.mentorship_programs to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.mentorship_programs to kith_owner;
grant delete, insert, select, update on kith.mentorship_sessions to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.mentorship_sessions to kith_owner;
grant delete, insert, select, update on kith.mentorships to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.mentorships to kith_owner;
grant delete, insert, select, update on kith.milestones to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.milestones to kith_owner;
grant delete, insert, select, update on kith.model_calibrations to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.model_calibrations to kith_owner;
grant delete, insert, select, update on kith.nudge_actions to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.nudge_actions to kith_owner;
grant delete, insert, select, update on kith.nudge_preferences to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.nudge_preferences to kith_owner;
grant delete, insert, select, update on kith.offer_recipients to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.offer_recipients to kith_owner;
grant delete, insert, select, update on kith.offers to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.offers to kith_owner;
grant delete, insert, select, update on kith.people to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.people to kith_owner;
grant delete, insert, select, update on kith.perception_checks to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.perception_checks to kith_owner;
grant delete, insert, select, update on kith.person_activity to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.person_activity to kith_owner;
grant delete, insert, select, update on kith.person_aliases to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.person_aliases to kith_owner;
grant delete, insert, select, update on kith.person_search_keys to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.person_search_keys to kith_owner;
grant delete, insert, select, update on kith.rate_counts to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.rate_counts to kith_owner;
grant delete, insert, select, update on kith.relationships to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.relationships to kith_owner;
grant delete, insert, select, update on kith.signing_secrets to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.signing_secrets to kith_owner;
grant delete, insert, select, update on kith.suppressions to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.suppressions to kith_owner;
grant delete, insert, select, update on kith.tenants to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.tenants to kith_owner;
grant delete, insert, select, update on kith.tie_declarations to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.tie_declarations to kith_owner;
grant delete, insert, select, update on kith.ties to kith_app;
grant delete, insert, references, select, trigger, truncate, update on kith.ties to kith_owner;
grant delete, insert, select, update on new tables of kith_owner to kith_app;
