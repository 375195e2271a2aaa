import type { Day, Pair } from "@kith/core";
import { formatDay, parseDay, type TenantTx, uuids } from "@kith/db";
import { sql } from "drizzle-orm";

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

/** In the order of `pairs`; a few index probes each. */
export async function readDaysAround(
  tx: TenantTx,
  pairs: readonly Pair[],
  day: Day,
): Promise<DaysAround[]> {
  if (pairs.length === 0) return [];
  const from = formatDay(day);
  const mine = sql`tenant_id = ${tx.tenantId}::uuid and a_id = given.a_id and b_id = given.b_id`;
  const last = (bit: number) => sql`(
    select day::text from kith.contact_days
    where ${mine} and day < ${from}::date and (mask & ${bit}) <> 0 order by day desc limit 1)`;
  const rows = await tx.execute<Row>(sql`
    select pair::int, week.days, week.masks, ${last(15)} as before, ${last(1)} as ab, ${last(2)} as ba
    from unnest(${uuids(pairs.map(({ a }) => a))}, ${uuids(pairs.map(({ b }) => b))})
      with ordinality as given (a_id, b_id, pair)
    cross join lateral (
      select array_agg(day::text order by day) as days, array_agg(mask order by day) as masks
      from kith.contact_days where ${mine} and day >= ${from}::date
    ) as week
    order by pair`);
  return rows.map(({ days, masks, before, ab, ba }) => ({
    since: (days ?? []).map((text, index) => ({ day: parseDay(text), mask: masks?.[index] ?? 0 })),
    lastBefore: dayOrNull(before),
    lastAbBefore: dayOrNull(ab),
    lastBaBefore: dayOrNull(ba),
  }));
}
