import type { Instant } from "@kith/core";
import type { TenantTx } from "@kith/db";
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
  last_contact_seconds: number;
  strained: boolean;
};

// Converted only in what is answered: an expansion looks at many times more ties than it keeps.
const columns = sql`from_id, to_id, log2_weight, strained,
  date_part('epoch', last_contact_at) as last_contact_seconds`;

const toTie = (row: TieRow): IndexedTie => ({
  from: row.from_id,
  to: row.to_id,
  log2Weight: row.log2_weight,
  // A double holds the seconds to well below a millisecond.
  lastContactAt: Math.round(row.last_contact_seconds * 1000),
  strained: row.strained,
});

/** People to expand, each by so many of their strongest ties. */
export interface Frontier {
  people: readonly string[];
  ties: number;
}

/**
 * The strongest ties of each person of a frontier. One half of them is in each index, in order of
 * weight; reading stops at the cap in both, and again when they are merged.
 */
export function strongestTies(tx: TenantTx, frontiers: readonly Frontier[]): SQL {
  const people = frontiers.flatMap(({ people }) => people);
  const caps = frontiers.flatMap(({ people, ties }) => people.map(() => ties));
  const half = (own: SQL, other: SQL) => sql`(
    select ${other} as to_id, log2_weight, last_contact_at, strained from kith.relationships
    where tenant_id = ${tx.tenantId} and ${own} = node.id and log2_weight > '-Infinity'
    order by log2_weight desc, ${other} limit node.cap)`;
  return sql`
    select node.id as from_id, tie.* from unnest(${sql.param(people)}::uuid[], ${sql.param(caps)}::int[]) as node (id, cap)
    cross join lateral (
      select *, row_number() over (order by log2_weight desc, to_id) as rank from (
        select * from (${half(sql`a_id`, sql`b_id`)} union all ${half(sql`b_id`, sql`a_id`)}) as halves
        order by log2_weight desc, to_id limit node.cap
      ) as strongest
    ) as tie`;
}

export async function readStrongestTies(
  tx: TenantTx,
  frontiers: readonly Frontier[],
): Promise<IndexedTie[]> {
  const rows = await tx.execute<TieRow>(
    sql`select ${columns} from (${strongestTies(tx, frontiers)}) as ties`,
  );
  return rows.map(toTie);
}

export interface Ends {
  /** Possible first introducers. */
  near: Frontier;
  /** Possible last introducers. */
  far: Frontier;
  targets: readonly string[];
  /** Meet in a middle person, over so many of each end's strongest ties; 0 for not at all. */
  middle: number;
}

/**
 * The ties that join the two ends: from the near people to the far ones or a target, and, where a
 * third introducer may stand between, from either end to a person whom both ends reach.
 */
export function linkingTies(tx: TenantTx, { near, far, targets, middle }: Ends): SQL {
  const ids = (people: readonly string[]) => sql`${sql.param([...people])}::uuid[]`;
  const meeting = (one: SQL, other: SQL) => sql`
    union all select ${columns} from ${one} where rank <= ${middle} and to_id in (
      select to_id from ${other} where rank <= ${middle})`;
  const [nearTies, farTies] = [sql`near_ties`, sql`far_ties`];
  return sql`
    with near_ties as materialized (${strongestTies(tx, [near])}),
      far_ties as materialized (${strongestTies(tx, [far])})
    select ${columns} from near_ties where to_id = any(${ids([...far.people, ...targets])})
    union all select ${columns} from far_ties where to_id = any(${ids(near.people)})
    ${middle > 0 ? sql`${meeting(nearTies, farTies)} ${meeting(farTies, nearTies)}` : sql``}`;
}

export async function readLinkingTies(tx: TenantTx, ends: Ends): Promise<IndexedTie[]> {
  const rows = await tx.execute<TieRow>(linkingTies(tx, ends));
  return rows.map(toTie);
}
