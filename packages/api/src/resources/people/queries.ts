import {
  formatInstant,
  isAny,
  people,
  personAliases,
  personSearchKeys,
  statement,
  type TenantTx,
} from "@kith/db";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Position, StoredPerson } from "./profile.ts";
import type { SearchKey } from "./search-keys.ts";

export const personColumns = {
  id: people.id,
  externalId: people.externalId,
  name: people.name,
  headline: people.headline,
  emails: people.emails,
  positions: people.positions,
  skills: people.skills,
  interests: people.interests,
  values: people.values,
  location: people.location,
  timeZone: people.timeZone,
  openToIntroduce: people.openToIntroduce,
  metadata: people.metadata,
  revision: people.revision,
  createdAt: people.createdAt,
  updatedAt: people.updatedAt,
};

type PersonRow = { positions: unknown; metadata: unknown } & Omit<
  StoredPerson,
  "positions" | "metadata"
>;

export const toPerson = (row: PersonRow): StoredPerson => ({
  ...row,
  positions: row.positions as Position[],
  metadata: row.metadata as StoredPerson["metadata"],
});

/**
 * How hard to hold a person: `change` lets ingest refer to them meanwhile, `remove` waits for every
 * transaction that does and keeps new ones out.
 */
export type Hold = "change" | "remove";

const named = statement<
  { id: string; externalId: string | null },
  { ids: readonly string[]; externalIds: readonly string[] }
>(
  ({ tenantId, ids, externalIds }) => sql`
    select id, external_id as "externalId" from kith.people
    where tenant_id = ${tenantId}
      and (id = any(${ids}::uuid[]) or external_id = any(${externalIds}::text[]))`,
);

/** Which of the ids and external ids stand for a person, through aliases of merged people too. */
export async function findPersonIds(
  tx: TenantTx,
  { ids, externalIds }: { ids: string[]; externalIds: string[] },
): Promise<{ byId: Map<string, string>; byExternalId: Map<string, string> }> {
  const byId = new Map<string, string>();
  const byExternalId = new Map<string, string>();
  if (ids.length + externalIds.length === 0) return { byId, byExternalId };
  const rows = await named.rows(tx, { ids, externalIds });
  for (const { id, externalId } of rows) {
    byId.set(id, id);
    if (externalId !== null) byExternalId.set(externalId, id);
  }
  const missing = [
    ...ids.filter((id) => !byId.has(id)).map((id) => `id:${id}`),
    ...externalIds.filter((id) => !byExternalId.has(id)).map((id) => `ext:${id}`),
  ];
  if (missing.length === 0) return { byId, byExternalId };
  const aliases = await tx
    .select({ alias: personAliases.alias, personId: personAliases.personId })
    .from(personAliases)
    .where(
      and(eq(personAliases.tenantId, tx.tenantId), isAny(personAliases.alias, missing, "text")),
    );
  for (const { alias, personId } of aliases) {
    if (alias.startsWith("id:")) byId.set(alias.slice(3), personId);
    else byExternalId.set(alias.slice(4), personId);
  }
  return { byId, byExternalId };
}

/** People by id, in order of id, which is the order in which everybody locks them. */
export async function readPeople(
  tx: TenantTx,
  ids: readonly string[],
  hold?: Hold,
): Promise<StoredPerson[]> {
  if (ids.length === 0) return [];
  const select = tx
    .select(personColumns)
    .from(people)
    .where(and(eq(people.tenantId, tx.tenantId), isAny(people.id, ids)))
    .orderBy(people.id);
  const rows = await (hold === undefined
    ? select
    : select.for(hold === "change" ? "no key update" : "update"));
  return rows.map(toPerson);
}

/** Those of the external ids that lead to a merged person's survivor. */
export async function findAliasedExternalIds(
  tx: TenantTx,
  externalIds: readonly string[],
): Promise<Set<string>> {
  if (externalIds.length === 0) return new Set();
  const aliases = externalIds.map((externalId) => `ext:${externalId}`);
  const rows = await tx
    .select({ alias: personAliases.alias })
    .from(personAliases)
    .where(
      and(eq(personAliases.tenantId, tx.tenantId), isAny(personAliases.alias, aliases, "text")),
    );
  return new Set(rows.map(({ alias }) => alias.slice("ext:".length)));
}

/** One parameter for all people: thousands of parameters cost more than the writing. */
const given = (written: readonly StoredPerson[]): SQL => {
  const rows = written.map(({ createdAt, updatedAt, ...person }) => ({
    ...person,
    createdAt: formatInstant(createdAt),
    updatedAt: formatInstant(updatedAt),
  }));
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid,
    "externalId" text, name text, headline text, emails text[], positions jsonb, skills text[],
    interests text[], values text[], location text, "timeZone" text, "openToIntroduce" boolean,
    metadata jsonb, revision int, "createdAt" timestamptz, "updatedAt" timestamptz)`;
};

/**
 * Adds people; those whose external id is taken are left out. In the order of external ids, so that
 * two batches of the same people wait for each other but never in a circle. Answers the ids that
 * were added.
 */
export async function insertPeople(
  tx: TenantTx,
  added: readonly StoredPerson[],
): Promise<Set<string>> {
  if (added.length === 0) return new Set();
  const rows = await tx.execute(sql`
    insert into kith.people (tenant_id, id, external_id, name, headline, emails, positions, skills,
      interests, values, location, time_zone, open_to_introduce, metadata, revision, created_at,
      updated_at)
    select ${tx.tenantId}::uuid, id, "externalId", name, headline, emails, positions, skills,
      interests, values, location, "timeZone", "openToIntroduce", metadata, revision, "createdAt",
      "updatedAt"
    from ${given(added)}
    order by "externalId"
    on conflict do nothing
    returning id`);
  return new Set((rows as unknown as { id: string }[]).map(({ id }) => id));
}

/** Writes people who are there and locked: one statement, however many. */
export async function updatePeople(tx: TenantTx, changed: readonly StoredPerson[]): Promise<void> {
  if (changed.length === 0) return;
  await tx.execute(sql`
    update kith.people as stored
    set external_id = given."externalId", name = given.name, headline = given.headline,
      emails = given.emails, positions = given.positions, skills = given.skills,
      interests = given.interests, values = given.values, location = given.location,
      time_zone = given."timeZone", open_to_introduce = given."openToIntroduce",
      metadata = given.metadata, revision = given.revision, updated_at = given."updatedAt"
    from ${given(changed)}
    where stored.tenant_id = ${tx.tenantId}::uuid and stored.id = given.id`);
}

export async function deletePeople(tx: TenantTx, ids: readonly string[]): Promise<void> {
  await tx.delete(people).where(and(eq(people.tenantId, tx.tenantId), isAny(people.id, ids)));
}

/** Sets the search keys of people, in place of what they had. */
export async function replaceSearchKeys(
  tx: TenantTx,
  keysOf: ReadonlyMap<string, readonly SearchKey[]>,
  { isNew = false } = {},
): Promise<void> {
  if (keysOf.size === 0) return;
  if (!isNew) {
    await tx
      .delete(personSearchKeys)
      .where(
        and(
          eq(personSearchKeys.tenantId, tx.tenantId),
          isAny(personSearchKeys.personId, [...keysOf.keys()]),
        ),
      );
  }
  const rows = [...keysOf].flatMap(([id, keys]) => keys.map((key) => ({ id, ...key })));
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into kith.person_search_keys (tenant_id, kind, key, person_id, held)
    select ${tx.tenantId}::uuid, kind, key, person_id, held::int4multirange
    from unnest(
      ${sql.param(rows.map(({ kind }) => kind))}::text[],
      ${sql.param(rows.map(({ key }) => key))}::text[],
      ${sql.param(rows.map(({ id }) => id))}::uuid[],
      ${sql.param(rows.map(({ held }) => held))}::text[]
    ) as added (kind, key, person_id, held)`);
}
