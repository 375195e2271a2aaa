import { formatDay, formatInstant, type TenantTx, uuids } from "@kith/db";
import { sql } from "drizzle-orm";

/** On how many days each person gave somebody help of one type. */
export async function countHelpOfType(
  tx: TenantTx,
  { to, type, until }: { to: string; type: string; until: number },
): Promise<Map<string, number>> {
  const rows = await tx.execute<{ id: string; days: number }>(sql`
    select from_id as id, count(distinct (occurred_at at time zone 'utc')::date)::int as days
    from kith.interactions
    where tenant_id = ${tx.tenantId}::uuid and to_id = ${to}::uuid and category = 'help'
      and type = ${type} and voided_at is null and occurred_at <= ${formatInstant(until)}::timestamptz
    group by from_id`);
  return new Map(rows.map(({ id, days }) => [id, days]));
}

export interface HelpGiven {
  /** The decayed sum of days with help given, to anyone. */
  weight: number;
  /** Days with help given since a moment, each person helped counted by themselves. */
  days: number;
}

/** How much some people help others: in the long run, and lately. One statement. */
export async function readHelpGiven(
  tx: TenantTx,
  ids: readonly string[],
  { at, halfLifeDays, sinceDay }: { at: number; halfLifeDays: number; sinceDay: number },
): Promise<Map<string, HelpGiven>> {
  if (ids.length === 0) return new Map();
  const age = at / 86_400_000 / halfLifeDays;
  const half = (own: string, column: string, bit: number) => sql`
    select power(2::float8, ${sql.raw(column)} - ${age}::float8) as weight,
      case when last_day >= ${formatDay(sinceDay)}::date then (
        select count(*) from kith.contact_days as met
        where met.tenant_id = ${tx.tenantId}::uuid and met.a_id = pair.a_id
          and met.b_id = pair.b_id and met.day >= ${formatDay(sinceDay)}::date
          and met.day <= ${formatDay(Math.floor(at / 86_400_000))}::date
          and met.mask & ${bit} <> 0
      ) else 0 end as days
    from kith.relationships as pair
    where tenant_id = ${tx.tenantId}::uuid and ${sql.raw(own)} = helper.id
      and ${sql.raw(column)} > '-Infinity'`;
  const rows = await tx.execute<{ id: string; weight: number; days: number }>(sql`
    select helper.id, coalesce(sum(given.weight), 0)::float8 as weight,
      coalesce(sum(given.days), 0)::int as days
    from unnest(${uuids(ids)}) as helper (id)
    left join lateral (
      ${half("a_id", "log2_help_ab", 4)} union all ${half("b_id", "log2_help_ba", 8)}
    ) as given on true
    group by helper.id`);
  return new Map(rows.map(({ id, weight, days }) => [id, { weight, days }]));
}
