import type { PairEvidence } from "@kith/core";
import { epochMs, statement, type TenantTx } from "@kith/db";
import { type SQL, sql } from "drizzle-orm";
import { type EvidenceRow, evidenceColumns, evidenceOfRow } from "./evidence.ts";

export const tieSorts = ["strength", "dueAt", "lastContactAt"] as const;
export type TieSort = (typeof tieSorts)[number];

/** Where a tie stands in the list: its sort key, smallest first, and the other person's id. */
export interface Place {
  key: number;
  to: string;
}

export interface TieQuery {
  person: string;
  sort: TieSort;
  after: Place | null;
  role?: string | undefined;
  circle?: string | undefined;
  /** Only ties whose stored log2 weight is at least this. */
  minLog2Weight: number;
  limit: number;
}

type ListedRow = (EvidenceRow | { contact_days: null }) & { to_id: string; key: number };

export interface ListedTie extends Place {
  /** null: declared, but nothing was ever recorded. */
  evidence: PairEvidence | null;
}

/**
 * A stretch of a person's ties in order. By strength it reads the two covering indexes in their own
 * order (log2_weight never re-orders as time passes) and stops at the limit; the other sorts read
 * all ties of that one person. Ties without evidence come last in each sort.
 */
export function tiesInOrder(tx: TenantTx, query: TieQuery): SQL {
  const { person, sort, after, minLog2Weight, limit } = query;
  const byStrength = sort === "strength";
  const half = (own: SQL, other: SQL) => sql`(
    select ${other} as to_id, ${sortKey(sort)} as key, ${evidenceColumns}
    from kith.relationships ${declared(tx, query, other)}
    where relationships.tenant_id = ${tx.tenantId} and ${own} = ${person}
      and log2_weight >= ${minLog2Weight}::float8
      ${byStrength ? afterWeight(after, other) : sql``} ${facets(query)}
    ${byStrength ? sql`order by log2_weight desc, ${other} limit ${limit}` : sql``}
  )`;
  return sql`
    select * from (
      ${half(sql`a_id`, sql`b_id`)} union all ${half(sql`b_id`, sql`a_id`)}
      ${minLog2Weight === -Infinity ? sql`union all ${declaredOnly(tx, query)}` : sql``}
    ) as ties
    ${after ? sql`where (key, to_id) > (${after.key}::float8, ${after.to}::uuid)` : sql``}
    order by key, to_id limit ${limit}`;
}

export async function readTies(tx: TenantTx, query: TieQuery): Promise<ListedTie[]> {
  const rows = await tx.execute<ListedRow>(tiesInOrder(tx, query));
  return rows.map((row) => ({
    to: row.to_id,
    key: row.key,
    evidence: row.contact_days === null ? null : evidenceOfRow(row),
  }));
}

/** All sorts ascend: by -log2_weight, by the due time, by the negative time of the last contact. */
function sortKey(sort: TieSort): SQL {
  if (sort === "strength") return sql`-log2_weight`;
  if (sort === "lastContactAt") return sql`coalesce(-${epochMs(sql`last_contact_at`)}, 'Infinity')`;
  // In whole milliseconds, rounded as core rounds; due_at holds the measured cadence.
  const rhythm = sql`coalesce(own.cadence_ideal_days, own.cadence_max_days)`;
  const due = sql`${epochMs(sql`last_contact_at`)} + floor(${rhythm} * 86400000 + 0.5)`;
  return sql`coalesce(${due}, ${epochMs(sql`due_at`)}, 'Infinity')`;
}

/** The tie's own side's declaration, as `own`, where the query needs it. */
function declared(tx: TenantTx, { person, sort, role, circle }: TieQuery, other: SQL): SQL {
  if (sort !== "dueAt" && role === undefined && circle === undefined) return sql``;
  return sql`left join kith.tie_declarations as own
    on own.tenant_id = ${tx.tenantId} and own.from_id = ${person} and own.to_id = ${other}`;
}

function facets({ role, circle }: TieQuery): SQL {
  return sql`${role === undefined ? sql`` : sql`and ${role} = any(own.roles)`}
    ${circle === undefined ? sql`` : sql`and own.circle = ${circle}`}`;
}

/** The place after which to read, in terms that the index can seek to. */
function afterWeight(after: Place | null, other: SQL): SQL {
  if (!after) return sql``;
  const weight = sql`${-after.key}::float8`;
  return sql`and log2_weight <= ${weight} and (log2_weight < ${weight} or ${other} > ${after.to}::uuid)`;
}

/** Ties that were declared before anything was recorded between the two. */
function declaredOnly(tx: TenantTx, query: TieQuery): SQL {
  return sql`(
    select own.to_id, 'Infinity'::float8, ${sql.raw(Array(17).fill("null").join(", "))}
    from kith.tie_declarations as own
    where own.tenant_id = ${tx.tenantId} and own.from_id = ${query.person} ${facets(query)}
      and not exists (
        select from kith.relationships where tenant_id = ${tx.tenantId}
          and a_id = least(own.from_id, own.to_id) and b_id = greatest(own.from_id, own.to_id)))`;
}

export interface PersonBrief {
  id: string;
  externalId: string | null;
  name: string | null;
}

const briefs = statement<PersonBrief & Record<string, unknown>, { ids: readonly string[] }>(
  ({ tenantId, ids }) => sql`
    select id, external_id as "externalId", name from kith.people
    where tenant_id = ${tenantId} and id = any(${ids}::uuid[])`,
);

/** Who some people are, in the few words that lists show. */
export async function readBriefs(
  tx: TenantTx,
  ids: readonly string[],
): Promise<Map<string, PersonBrief>> {
  if (ids.length === 0) return new Map();
  const rows = await briefs.rows(tx, { ids });
  return new Map(rows.map(({ id, externalId, name }) => [id, { id, externalId, name }]));
}
