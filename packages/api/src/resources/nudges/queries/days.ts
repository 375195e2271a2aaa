import { type Day, dayOf, type Instant, type Pair, startOfDay } from "@kith/core";
import { formatDay, parseDay, type TenantTx, uuids } from "@kith/db";
import { type SQL, sql } from "drizzle-orm";
import { uuidFloor } from "../../../http/ids.ts";

/** The contact days of a pair around the begin of a week. */
export interface DaysAround {
  since: { day: Day; mask: number }[];
  lastBefore: Day | null;
  /** The last one before on which `a` reached `b`, and the other way. */
  lastAbBefore: Day | null;
  lastBaBefore: Day | null;
}

type Row = {
  pair: number;
  days: string[] | null;
  masks: number[] | null;
  before: string | null;
  ab: string | null;
  ba: string | null;
};

const dayOrNull = (text: string | null) => (text === null ? null : parseDay(text));

/**
 * In the order of `pairs`; a few index probes each. Days are those of UTC, and a week begins within
 * one: that is of the time before when the pair was in contact on it before the week began.
 */
export async function readDaysAround(
  tx: TenantTx,
  pairs: readonly Pair[],
  weekStartsAt: Instant,
): Promise<DaysAround[]> {
  if (pairs.length === 0) return [];
  const first = dayOf(weekStartsAt);
  const hadContact = (from: SQL, to: SQL) => sql`exists (
    select from kith.interactions
    where tenant_id = ${tx.tenantId}::uuid and from_id = ${from} and to_id = ${to}
      and id >= ${uuidFloor(startOfDay(first))}::uuid and id < ${uuidFloor(weekStartsAt)}::uuid
      and voided_at is null and category <> 'friction')`;
  const [a, b] = [sql`pair_of.a_id`, sql`pair_of.b_id`];
  const mine = sql`tenant_id = ${tx.tenantId}::uuid and a_id = given.a_id and b_id = given.b_id`;
  const last = (bit: number) => sql`(
    select day::text from kith.contact_days
    where ${mine} and day < given.since and (mask & ${bit}) <> 0 order by day desc limit 1)`;
  const rows = await tx.execute<Row>(sql`
    select pair::int, week.days, week.masks, ${last(15)} as before, ${last(1)} as ab, ${last(2)} as ba
    from (
      select pair_of.*, ${formatDay(first)}::date
        + (${hadContact(a, b)} or ${hadContact(b, a)})::int as since
      from unnest(${uuids(pairs.map(({ a }) => a))}, ${uuids(pairs.map(({ b }) => b))})
        with ordinality as pair_of (a_id, b_id, pair)
    ) as given
    cross join lateral (
      select array_agg(day::text order by day) as days, array_agg(mask order by day) as masks
      from kith.contact_days where ${mine} and day >= given.since
    ) as week
    order by pair`);
  return rows.map(({ days, masks, before, ab, ba }) => ({
    since: (days ?? []).map((text, index) => ({ day: parseDay(text), mask: masks?.[index] ?? 0 })),
    lastBefore: dayOrNull(before),
    lastAbBefore: dayOrNull(ab),
    lastBaBefore: dayOrNull(ba),
  }));
}
