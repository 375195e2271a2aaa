import { formatInstant, people, type TenantTx } from "@kith/db";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { StoredPerson } from "../profile.ts";
import { personColumns, toPerson } from "../queries.ts";
import type { SearchKind, SearchTerm } from "../search-keys.ts";

export interface PeopleFilter {
  terms: readonly SearchTerm[];
  /** Whole normalised keys that the person must have. */
  exact: readonly { kind: SearchKind; key: string }[];
  /** Lists by time of change from then on; without it, by id. */
  changedFrom: number | null;
  after: { updatedAt: number; id: string } | null;
  limit: number;
}

// Above every key that begins with the prefix: no key holds this character, which means nothing.
const highest = "\u{10FFFF}";

const keysFrom = (tx: TenantTx, kind: SearchKind, from: string, below: string): SQL => sql`
  select person_id from kith.person_search_keys
  where tenant_id = ${tx.tenantId}::uuid and kind = ${kind} and key >= ${from} and key < ${below}`;

const startingWith = (tx: TenantTx, kind: SearchKind, prefix: string): SQL =>
  keysFrom(tx, kind, prefix, prefix + highest);

function matching(tx: TenantTx, { words, whole }: SearchTerm): SQL {
  const names = words.map((word) => startingWith(tx, "name", word));
  return sql`((${sql.join(names, sql` intersect `)}) union all (${startingWith(tx, "email", whole)}))`;
}

const having = (tx: TenantTx, kind: SearchKind, key: string): SQL => sql`
  (select person_id from kith.person_search_keys
    where tenant_id = ${tx.tenantId}::uuid and kind = ${kind} and key = ${key})`;

/**
 * Whom all filters find. One set to join with, because several semi-joins can be planned as loops
 * in loops while the statistics do not know of people just loaded.
 */
function found(tx: TenantTx, { terms, exact }: PeopleFilter): SQL[] {
  const sets = [
    ...terms.map((term) => matching(tx, term)),
    ...exact.map(({ kind, key }) => having(tx, kind, key)),
  ];
  return sets.length === 0 ? [] : [sql`${people.id} in (${sql.join(sets, sql` intersect `)})`];
}

/** The statement itself, for tests to look at its plan. */
export function peopleQuery(tx: TenantTx, filter: PeopleFilter) {
  const { changedFrom, after, limit } = filter;
  const at = (instant: number) => sql`${formatInstant(instant)}::timestamptz`;
  const conditions = [eq(people.tenantId, tx.tenantId), ...found(tx, filter)];
  if (changedFrom !== null) conditions.push(sql`${people.updatedAt} >= ${at(changedFrom)}`);
  if (after !== null) {
    conditions.push(
      changedFrom === null
        ? sql`${people.id} > ${after.id}::uuid`
        : sql`(${people.updatedAt}, ${people.id}) > (${at(after.updatedAt)}, ${after.id}::uuid)`,
    );
  }
  return tx
    .select(personColumns)
    .from(people)
    .where(and(...conditions))
    .orderBy(...(changedFrom === null ? [] : [people.updatedAt]), people.id)
    .limit(limit);
}

export async function listPeople(tx: TenantTx, filter: PeopleFilter): Promise<StoredPerson[]> {
  return (await peopleQuery(tx, filter)).map(toPerson);
}
