import type { InteractionCategory } from "@kith/core";
import type { TenantTx } from "@kith/db";
import { type SQL, sql } from "drizzle-orm";

/** A row of the log: one recipient of an interaction. */
export interface LogRow {
  id: string;
  ordinal: number;
  from: string;
  to: string;
  item: {
    type: string;
    category: InteractionCategory;
    occurredAt: number;
    externalId: string | null;
    durationMinutes: number | null;
    effort: string | null;
    aboutKind: string | null;
    aboutId: string | null;
    metadata: Record<string, unknown> | null;
  };
}

/**
 * Writes rows whose `externalId` is not taken and answers the ids written, or null for all of them.
 * This is what decides that an interaction is new. Give the rows in the order of external ids: two
 * batches with the same events then wait for each other instead of deadlocking.
 */
export async function insertLog(
  tx: TenantTx,
  rows: readonly LogRow[],
  recordedAt: number,
): Promise<Set<string> | null> {
  const [result] = await tx.execute(sql`
    with written as (
      insert into kith.interactions (tenant_id, id, ordinal, from_id, to_id, type, category,
        occurred_at, external_id, duration_minutes, effort, about_kind, about_id, metadata,
        recorded_at)
      select ${tx.tenantId}::uuid, id, ordinal, from_id, to_id, type, category,
        ${instant(sql`occurred_ms`)}, external_id, duration_minutes, effort, about_kind, about_id,
        metadata, ${instant(sql`${recordedAt}::float8`)}
      from unnest(
        ${plain(rows, ({ id }) => id)}::uuid[],
        ${plain(rows, ({ ordinal }) => ordinal)}::smallint[],
        ${plain(rows, ({ from }) => from)}::uuid[],
        ${plain(rows, ({ to }) => to)}::uuid[],
        ${quoted(rows, ({ item: { type } }) => type)}::text[],
        ${plain(rows, ({ item: { category } }) => category)}::text[],
        ${plain(rows, ({ item: { occurredAt } }) => occurredAt)}::float8[],
        ${quoted(rows, ({ item: { externalId } }) => externalId)}::text[],
        ${plain(rows, ({ item: { durationMinutes } }) => durationMinutes)}::int[],
        ${plain(rows, ({ item: { effort } }) => effort)}::text[],
        ${plain(rows, ({ item: { aboutKind } }) => aboutKind)}::text[],
        ${quoted(rows, ({ item: { aboutId } }) => aboutId)}::text[],
        ${quoted(rows, ({ item: { metadata } }) => metadata && JSON.stringify(metadata))}::jsonb[]
      ) as given (id, ordinal, from_id, to_id, type, category, occurred_ms, external_id,
        duration_minutes, effort, about_kind, about_id, metadata)
      on conflict (tenant_id, external_id) where ordinal = 0 do nothing
      returning id
    )
    select count(*)::int as count,
      case when count(*) < ${rows.length}::int then coalesce(string_agg(id::text, ','), '') end as ids
    from written`);
  const { ids } = result as { ids: string | null };
  if (ids === null) return null;
  return new Set(ids.split(","));
}

/** Remembers when people were last seen in contact with anyone. */
export async function touchActivity(
  tx: TenantTx,
  seen: readonly { personId: string; at: number }[],
): Promise<void> {
  if (seen.length === 0) return;
  await tx.execute(sql`
    insert into kith.person_activity as stored (tenant_id, person_id, last_seen_at)
    select ${tx.tenantId}::uuid, person_id, ${instant(sql`seen_ms`)}
    from unnest(
      ${plain(seen, ({ personId }) => personId)}::uuid[], ${plain(seen, ({ at }) => at)}::float8[]
    ) as given (person_id, seen_ms)
    order by person_id
    on conflict (tenant_id, person_id) do update set last_seen_at = excluded.last_seen_at
      where stored.last_seen_at < excluded.last_seen_at`);
}

/** Exact: a whole number of milliseconds times 1,000 stays within a double's 53 bits. */
const instant = (ms: SQL) => sql`timestamptz 'epoch' + ${ms} * interval '1 millisecond'`;

type Cell = string | number | null;

/**
 * A column as PostgreSQL's array text, written here because the driver's own way costs more than
 * the rest of a batch. Empty when no row has a value: unnest fills it up with nulls. `plain` is for
 * numbers, ids and closed lists of words, which need no quotes.
 */
function plain<R>(rows: readonly R[], of: (row: R) => Cell): SQL {
  if (rows.every((row) => of(row) === null)) return sql`${"{}"}`;
  const cells = rows.map((row) => of(row) ?? "NULL");
  return sql`${`{${cells.join(",")}}`}`;
}

const special = /[\\"]/;

function quoted<R>(rows: readonly R[], of: (row: R) => string | null): SQL {
  return plain(rows, (row) => {
    const text = of(row);
    if (text === null) return null;
    return `"${special.test(text) ? text.replace(/[\\"]/g, "\\$&") : text}"`;
  });
}
