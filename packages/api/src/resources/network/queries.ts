import type { Instant } from "@kith/core";
import { type TenantTx, uuids } from "@kith/db";
import { sql } from "drizzle-orm";

/** A tie as the covering index holds it. */
export interface TieOfOthers {
  a: string;
  b: string;
  log2Weight: number;
  lastContactAt: Instant;
}

/**
 * The strongest ties among some people. Each pair is found once, from the person who comes first in
 * it, and of nobody more than `perPerson` are looked at: a hub does not make the answer slow.
 */
export async function readTiesAmong(
  tx: TenantTx,
  people: readonly string[],
  { perPerson, limit }: { perPerson: number; limit: number },
): Promise<TieOfOthers[]> {
  if (people.length < 2) return [];
  const ids = uuids(people);
  const rows = await tx.execute<TieRow>(sql`
    select a_id, ${columns} from unnest(${ids}) as one (id)
    cross join lateral (
      select a_id, b_id, log2_weight, last_contact_at from kith.relationships
      where tenant_id = ${tx.tenantId} and a_id = one.id and log2_weight > '-Infinity'
      order by log2_weight desc limit ${perPerson}
    ) as tie
    join unnest(${ids}) as other (id) on other.id = tie.b_id
    order by log2_weight desc, a_id, b_id limit ${limit}`);
  return rows.map(toTie);
}

/** The strongest ties of each of some people, or those of them to some others: `a` is whose tie it is. */
export async function readTiesFrom(
  tx: TenantTx,
  people: readonly string[],
  perPerson: number,
  others?: readonly string[],
): Promise<TieOfOthers[]> {
  if (people.length === 0) return [];
  const half = (own: string, other: string) => sql`(
    select ${sql.raw(other)} as b_id, log2_weight, last_contact_at from kith.relationships
    where tenant_id = ${tx.tenantId} and ${sql.raw(own)} = one.id and log2_weight > '-Infinity'
    order by log2_weight desc, ${sql.raw(other)} limit ${perPerson})`;
  const rows = await tx.execute<TieRow>(sql`
    select one.id as a_id, ${columns} from unnest(${uuids(people)}) as one (id)
    cross join lateral (
      select * from (${half("a_id", "b_id")} union all ${half("b_id", "a_id")}) as halves
      order by log2_weight desc, b_id limit ${perPerson}
    ) as tie
    ${others ? sql`join unnest(${uuids(others)}) as other (id) on other.id = tie.b_id` : sql``}`);
  return rows.map(toTie);
}

// In whole milliseconds, rounded as the driver's text is: parsing thousands of texts takes longer.
const columns = sql`b_id, log2_weight, floor(extract(epoch from last_contact_at) * 1000)::float8 as last_ms`;

type TieRow = { a_id: string; b_id: string; log2_weight: number; last_ms: number };

const toTie = (row: TieRow): TieOfOthers => ({
  a: row.a_id,
  b: row.b_id,
  log2Weight: row.log2_weight,
  lastContactAt: row.last_ms,
});
