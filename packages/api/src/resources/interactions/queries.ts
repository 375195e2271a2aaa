import type { Interaction, InteractionCategory } from "@kith/core";
import { type TenantTx, interactions as table } from "@kith/db";
import { and, asc, desc, eq, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { uuidFloor } from "../../http/ids.ts";

/** An interaction with all its recipients, in the order in which they were given. */
export interface StoredInteraction {
  id: string;
  externalId: string | null;
  type: string;
  category: InteractionCategory;
  fromId: string;
  toIds: string[];
  occurredAt: number;
  durationMinutes: number | null;
  effort: string | null;
  aboutKind: string | null;
  aboutId: string | null;
  metadata: Record<string, unknown> | null;
  recordedAt: number;
  voidedAt: number | null;
}

type Row = typeof table.$inferSelect;

/** Rows in the order of `id` and `ordinal` -> interactions. */
function grouped(rows: readonly Row[]): StoredInteraction[] {
  const found: StoredInteraction[] = [];
  for (const { tenantId: _, ordinal: __, toId, ...row } of rows) {
    const last = found.at(-1);
    if (last?.id === row.id) last.toIds.push(toId);
    else found.push({ ...row, toIds: [toId] });
  }
  return found;
}

export async function readInteraction(tx: TenantTx, id: string): Promise<StoredInteraction | null> {
  const rows = await tx
    .select()
    .from(table)
    .where(and(eq(table.tenantId, tx.tenantId), eq(table.id, id), isNull(table.voidedAt)))
    .orderBy(asc(table.ordinal));
  return grouped(rows)[0] ?? null;
}

/** The interaction that took an external id, voided or not. */
export async function findByExternalId(
  tx: TenantTx,
  externalId: string,
): Promise<StoredInteraction | null> {
  const first = tx
    .select({ id: table.id })
    .from(table)
    .where(
      and(
        eq(table.tenantId, tx.tenantId),
        eq(table.externalId, externalId),
        sql`${table.ordinal} = 0`, // as text, so that the partial index is seen to apply
      ),
    );
  const rows = await tx
    .select()
    .from(table)
    .where(and(eq(table.tenantId, tx.tenantId), inArray(table.id, first)))
    .orderBy(asc(table.ordinal));
  return grouped(rows)[0] ?? null;
}

export interface InteractionFilter {
  personId: string | null;
  withId: string | null;
  type: string | null;
  since: number | null;
  until: number | null;
  /** Only ids below it: the last one of the page before. */
  before: string | null;
  limit: number;
}

/** The newest interactions under a filter: ids are in the order of time. */
export async function listInteractions(
  tx: TenantTx,
  filter: InteractionFilter,
): Promise<StoredInteraction[]> {
  const ids = filter.personId === null ? idsOfAll(tx, filter) : idsOfPerson(tx, filter);
  const rows = await tx
    .select()
    .from(table)
    .where(
      and(
        eq(table.tenantId, tx.tenantId),
        sql`${table.id} = any(array(${ids}))`,
        isNull(table.voidedAt),
      ),
    )
    .orderBy(desc(table.id), asc(table.ordinal));
  return grouped(rows);
}

function conditions({ type, since, until, before }: InteractionFilter): SQL {
  const parts = [sql`i.voided_at is null`];
  if (type !== null) parts.push(sql`i.type = ${type}`);
  if (since !== null) parts.push(sql`i.id >= ${uuidFloor(since)}::uuid`);
  if (until !== null) parts.push(sql`i.id < ${uuidFloor(until)}::uuid`);
  if (before !== null) parts.push(sql`i.id < ${before}::uuid`);
  return sql.join(parts, sql` and `);
}

/** Every interaction has a row 0, also after a merge or an erasure: the key is read backwards. */
const idsOfAll = (tx: TenantTx, filter: InteractionFilter): SQL => sql`
  select i.id from kith.interactions i
  where i.tenant_id = ${tx.tenantId}::uuid and i.ordinal = 0 and ${conditions(filter)}
  order by i.id desc limit ${filter.limit}`;

/**
 * Of one person, in either direction. The log is indexed by pair only, so the newest of each of
 * the person's pairs are merged: every pair with an interaction has a relationship.
 */
function idsOfPerson(tx: TenantTx, filter: InteractionFilter): SQL {
  const { personId, withId, limit } = filter;
  const tenant = sql`${tx.tenantId}::uuid`;
  const person = sql`${personId}::uuid`;
  const others =
    withId === null
      ? sql`select b_id as id from kith.relationships where tenant_id = ${tenant} and a_id = ${person}
          union all
          select a_id from kith.relationships where tenant_id = ${tenant} and b_id = ${person}`
      : sql`select ${withId}::uuid as id`;
  const newest = (from: SQL, to: SQL) => sql`
    (select i.id from kith.interactions i
      where i.tenant_id = ${tenant} and i.from_id = ${from} and i.to_id = ${to}
        and ${conditions(filter)}
      order by i.id desc limit ${limit})`;
  return sql`
    select distinct found.id from (${others}) as other
    cross join lateral (
      ${newest(person, sql`other.id`)} union all ${newest(sql`other.id`, person)}
    ) as found
    order by found.id desc limit ${limit}`;
}

/** The log of one pair as core takes it, oldest first: for its past, its explanation, a rebuild. */
export async function interactionsOfPair(
  tx: TenantTx,
  one: string,
  other: string,
  { until }: { until?: number } = {},
): Promise<Interaction[]> {
  const { id, type, category, fromId, toId, occurredAt } = table;
  const rows = await tx
    .select({ id, type, category, from: fromId, to: toId, occurredAt })
    .from(table)
    .where(
      and(
        eq(table.tenantId, tx.tenantId),
        or(and(eq(fromId, one), eq(toId, other)), and(eq(fromId, other), eq(toId, one))),
        // `until` itself is included: measures at a moment count what happened at it.
        until === undefined ? undefined : lt(id, uuidFloor(until + 1)),
        isNull(table.voidedAt),
      ),
    )
    .orderBy(asc(id));
  return rows;
}
