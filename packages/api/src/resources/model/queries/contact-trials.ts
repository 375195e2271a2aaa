import { type ContactTrial, type Day, kappaOfWeight, type Model, MS_PER_DAY } from "@kith/core";
import { parseInstant, type TenantTx } from "@kith/db";
import { type SQL, sql } from "drizzle-orm";

export interface TrialQuery {
  /** Cut-offs: at the start of each of these days, what came before was known. */
  days: readonly Day[];
  horizonDays: number;
  model: Model;
  /** How many pairs are drawn at most, and how many contact days they may have together. */
  most: { known: number; pairs: number; contactDays: number };
}

type TrialRow = { cut: number; weight: number; last_at: string | null; next_at: string | null };

/**
 * What the model knew of pairs at past days, and what happened within the horizon: core's
 * `contactTrials` of the pairs' log, but read from their contact days and a few rows of the log
 * each. Where there are more pairs than `most.pairs` they are drawn by a hash of their ids: always
 * the same ones, and no kind of pair sooner than another. By day of cut-off.
 */
export async function readTrials(
  tx: TenantTx,
  query: TrialQuery,
): Promise<Map<Day, ContactTrial[]>> {
  const unscaled = { ...query.model, kappaScale: 1 };
  const rows = await tx.execute<TrialRow>(trials(tx, query));
  const byDay = new Map<Day, ContactTrial[]>(query.days.map((day) => [day, []]));
  for (const { cut, weight, last_at, next_at } of rows) {
    if (last_at === null) continue;
    const at = momentBefore(cut);
    const contactAt = next_at === null ? null : parseInstant(next_at);
    byDay.get(cut)?.push({
      kappa: kappaOfWeight(weight, unscaled),
      silenceDays: (at - parseInstant(last_at)) / MS_PER_DAY,
      waitedDays: contactAt === null ? query.horizonDays : (contactAt - at) / MS_PER_DAY,
      contacted: contactAt !== null,
    });
  }
  return byDay;
}

/** The last millisecond before a day: so that contact days are known wholly or not at all. */
export const momentBefore = (day: Day): number => day * MS_PER_DAY - 1;

function trials(tx: TenantTx, { days, horizonDays, model, most }: TrialQuery): SQL {
  const number = sql`(day - date '1970-01-01')`;
  const age = sql`(${number} - (cut - ${1 / MS_PER_DAY}::float8)) / ${model.halfLifeDays}::float8`;
  return sql`
    with sampled as materialized (${sampledPairs(tx, most)})
    select cut, weight, ${edge(tx, sql`last_day`, "desc")} as last_at,
      ${edge(tx, sql`next_day`, "asc")} as next_at
    from (
      select a_id, b_id, cut,
        sum(power(2::float8, ${age})) filter (where ${number} < cut) as weight,
        max(${number}) filter (where ${number} < cut) as last_day,
        min(${number}) filter (where ${number} >= cut
          and ${number} < cut + ${horizonDays}::int) as next_day
      from sampled join kith.contact_days using (a_id, b_id)
      cross join unnest(${sql.param([...days])}::int[]) as cuts (cut)
      where contact_days.tenant_id = ${tx.tenantId}
      group by a_id, b_id, cut having min(${number}) < cut
    ) as pair`;
}

function sampledPairs(tx: TenantTx, most: TrialQuery["most"]): SQL {
  const place = sql`uuid_hash_extended(a_id, 0) # uuid_hash_extended(b_id, 1)`;
  return sql`
    select a_id, b_id from (
      select a_id, b_id, sum(contact_days) over (order by place, a_id, b_id) as days from (
        select a_id, b_id, ${place} as place from (
          select a_id, b_id from kith.relationships
          where tenant_id = ${tx.tenantId} and log2_weight > '-Infinity' limit ${most.known}
        ) as known
        order by place, a_id, b_id limit ${most.pairs}
      ) as drawn join kith.relationships using (a_id, b_id)
      where relationships.tenant_id = ${tx.tenantId}
    ) as counted
    where days <= ${most.contactDays}`;
}

/** The first or last contact of a pair on one day; both directions begin or end an index range. */
function edge(tx: TenantTx, day: SQL, order: "asc" | "desc"): SQL {
  const floor = (of: SQL) =>
    sql`(lpad(to_hex((${of})::bigint * ${MS_PER_DAY}::bigint), 12, '0') || repeat('0', 20))::uuid`;
  const oneWay = (from: string, to: string) => sql`(
    select occurred_at from kith.interactions
    where tenant_id = ${tx.tenantId} and from_id = pair.${sql.raw(from)}
      and to_id = pair.${sql.raw(to)} and id >= ${floor(day)} and id < ${floor(sql`${day} + 1`)}
      and voided_at is null and category <> 'friction'
    order by id ${sql.raw(order)} limit 1)`;
  return sql`(
    select ${order === "asc" ? sql`min` : sql`max`}(occurred_at)
    from (${oneWay("a_id", "b_id")} union all ${oneWay("b_id", "a_id")}) as edges)`;
}
