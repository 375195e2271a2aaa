import type { Day, Instant, Pair } from "@kith/core";
import {
  formatDay,
  isAny,
  parseDay,
  personActivity,
  type TenantTx,
  tieDeclarations,
} from "@kith/db";
import { and, eq, sql } from "drizzle-orm";

const uuids = (ids: readonly string[]) => sql`${sql.param([...ids])}::uuid[]`;

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

/** Who of a person's alters paused their side. For what to leave out; it is told to nobody. */
export async function readPausedTowards(tx: TenantTx, person: string): Promise<Set<string>> {
  const rows = await tx
    .select({ id: tieDeclarations.fromId })
    .from(tieDeclarations)
    .where(
      and(
        eq(tieDeclarations.tenantId, tx.tenantId),
        eq(tieDeclarations.toId, person),
        eq(tieDeclarations.paused, true),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/** When some people were last seen with anyone. */
export async function readSeen(
  tx: TenantTx,
  ids: readonly string[],
): Promise<Map<string, Instant>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: personActivity.personId, at: personActivity.lastSeenAt })
    .from(personActivity)
    .where(and(eq(personActivity.tenantId, tx.tenantId), isAny(personActivity.personId, ids)));
  return new Map(rows.map(({ id, at }) => [id, at]));
}
