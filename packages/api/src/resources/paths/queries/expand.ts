import type { Instant } from "@kith/core";
import { epochMs, statement, type TenantTx } from "@kith/db";
import { type SQL, sql } from "drizzle-orm";

/** A tie as the covering index holds it. */
export interface IndexedTie {
  from: string;
  to: string;
  log2Weight: number;
  lastContactAt: Instant;
  strained: boolean;
}

type TieRow = {
  from_id: string;
  to_id: string;
  log2_weight: number;
  last_contact_ms: number;
  strained: boolean;
};

// Converted only in what is answered: an expansion looks at many times more ties than it keeps.
const columns = sql`from_id, to_id, log2_weight, strained,
  ${epochMs(sql`last_contact_at`)} as last_contact_ms`;

const toTie = (row: TieRow): IndexedTie => ({
  from: row.from_id,
  to: row.to_id,
  log2Weight: row.log2_weight,
  lastContactAt: row.last_contact_ms,
  strained: row.strained,
});

const [a, b] = [sql`a_id`, sql`b_id`];

/** People to expand, each by so many of their strongest ties. */
export interface Frontier {
  people: readonly string[];
  ties: number;
}

/**
 * The strongest ties of each person, up to a cap from either index: a tie is in one of the two, in
 * order of weight, so no more is read than asked for and nothing is sorted.
 */
export const strongestTies = statement<
  TieRow,
  { people: readonly string[]; caps: readonly number[] }
>(({ tenantId, people, caps }) => {
  const half = (own: SQL, other: SQL) => sql`(
    select ${other} as to_id, log2_weight, last_contact_at, strained from kith.relationships
    where tenant_id = ${tenantId} and ${own} = node.id and log2_weight > '-Infinity'
    order by log2_weight desc limit node.cap)`;
  return sql`
    select ${columns} from (
      select node.id as from_id, tie.*
      from unnest(${people}::uuid[], ${caps}::int[]) as node (id, cap)
      cross join lateral (${half(a, b)} union all ${half(b, a)}) as tie) as ties`;
});

export async function readStrongestTies(
  tx: TenantTx,
  frontiers: readonly Frontier[],
): Promise<IndexedTie[]> {
  const people = frontiers.flatMap(({ people }) => people);
  const caps = frontiers.flatMap(({ people, ties }) => people.map(() => ties));
  const rows = await strongestTies.rows(tx, { people, caps });
  return strongestOf(rows.map(toTie), frontiers);
}

/** Of what two indexes answered, each person's strongest; equal ones in the order of ids. */
function strongestOf(ties: readonly IndexedTie[], frontiers: readonly Frontier[]): IndexedTie[] {
  const byPerson = new Map<string, IndexedTie[]>();
  for (const tie of ties) {
    const own = byPerson.get(tie.from);
    if (own) own.push(tie);
    else byPerson.set(tie.from, [tie]);
  }
  const inOrder = (x: IndexedTie, y: IndexedTie) =>
    y.log2Weight - x.log2Weight || (x.to < y.to ? -1 : 1);
  return frontiers.flatMap(({ people, ties: cap }) =>
    people.flatMap((person) => {
      const own = byPerson.get(person) ?? [];
      return own.length > cap ? own.sort(inOrder).slice(0, cap) : own;
    }),
  );
}

export interface Ends {
  /** Possible first introducers. */
  near: readonly string[];
  /** Possible last introducers, and the targets. */
  far: readonly string[];
  /** Ties looked at in either index, at most. */
  most: number;
}

/** All ties of some people, in one run over each index; no more than so many in either. */
function allTies(tenantId: SQL, people: SQL, most: SQL): SQL {
  const half = (own: SQL, other: SQL) => sql`(
    select ${own} as from_id, ${other} as to_id, log2_weight, last_contact_at, strained
    from kith.relationships
    where tenant_id = ${tenantId} and ${own} = any(${people}::uuid[]) and log2_weight > '-Infinity'
    limit ${most})`;
  return sql`${half(a, b)} union all ${half(b, a)}`;
}

/** The ties from some people to some others. */
export const linkingTies = statement<
  TieRow,
  { people: readonly string[]; others: readonly string[]; most: number }
>(
  // A join, because the planner would weigh every item of a long constant list.
  ({ tenantId, people, others, most }) => sql`
    select ${columns} from (${allTies(tenantId, people, most)}) as ties
    join unnest(${others}::uuid[]) as other (id) on other.id = to_id`,
);

/**
 * The ties between two sets of people: all that the smaller one has are read in one run over each
 * index, and kept if they lead to the other.
 */
export async function readLinkingTies(
  tx: TenantTx,
  { near, far, most }: Ends,
): Promise<IndexedTie[]> {
  if (near.length === 0 || far.length === 0) return [];
  const [people, others] = near.length <= far.length ? [near, far] : [far, near];
  return (await linkingTies.rows(tx, { people, others, most })).map(toTie);
}

/**
 * The ties over which two sets of people have somebody in common: of the far ones the strongest such
 * ties, and the strongest of those that lead to the same people from the near ones. With them all
 * that lead from the near ones to `others`.
 */
export const commonTies = statement<TieRow, Ends & { others: readonly string[]; limit: number }>(
  ({ tenantId, near, far, others, most, limit }) => sql`
    with near_ties as materialized (${allTies(tenantId, near, most)}),
      far_ties as materialized (
        select * from (${allTies(tenantId, far, most)}) as ties
        where to_id in (select to_id from near_ties) order by log2_weight desc limit ${limit})
    select ${columns} from far_ties union all
    (select ${columns} from near_ties where to_id in (select to_id from far_ties)
      order by log2_weight desc limit ${limit}) union all
    select ${columns} from near_ties join unnest(${others}::uuid[]) as other (id) on other.id = to_id`,
);

export async function readCommonTies(
  tx: TenantTx,
  ends: Ends & { others: readonly string[] },
  limit: number,
): Promise<IndexedTie[]> {
  if (ends.near.length === 0 || ends.far.length === 0) return [];
  return (await commonTies.rows(tx, { ...ends, limit })).map(toTie);
}
