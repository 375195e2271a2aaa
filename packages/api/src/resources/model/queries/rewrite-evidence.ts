import type { Model } from "@kith/core";
import type { TenantTx } from "@kith/db";
import { type SQL, sql } from "drizzle-orm";

/** Whether the tenant has more contact days than so many; counts no further. */
export async function hasMoreContactDays(tx: TenantTx, most: number): Promise<boolean> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from kith.contact_days where tenant_id = ${tx.tenantId} limit ${most + 1}) as days`);
  return (row?.count ?? 0) > most;
}

/**
 * Makes the stored sums, and when ties are due, what they would be had the model always been this
 * one: core's `evidenceOfDays` over the contact days of every pair, in one statement.
 */
export async function rewriteEvidence(tx: TenantTx, model: Model): Promise<void> {
  const long = (bits: number) => log2Sum(model.halfLifeDays, bits);
  const gap = sql`(stored.last_day - stored.first_day + ${model.cadencePriorDays}::float8)
    / nullif(stored.contact_days, 0)`;
  await tx.execute(sql`
    update kith.relationships as stored set
      log2_weight = sums.either, log2_recent_weight = sums.recent,
      log2_weight_ab = sums.ab, log2_weight_ba = sums.ba,
      log2_help_ab = sums.help_ab, log2_help_ba = sums.help_ba,
      due_at = last_contact_at + floor(${gap} * 86400000 + 0.5) * interval '1 millisecond',
      updated_at = now()
    from (
      select a_id, b_id, ${long(15)} as either, ${log2Sum(model.recentHalfLifeDays, 15)} as recent,
        ${long(1)} as ab, ${long(2)} as ba, ${long(4)} as help_ab, ${long(8)} as help_ba
      from (
        select days.a_id, days.b_id, mask, day - date '1970-01-01' as day,
          last_day - date '1970-01-01' as last_day
        from kith.contact_days as days
        join kith.relationships as pair on pair.tenant_id = ${tx.tenantId}
          and pair.a_id = days.a_id and pair.b_id = days.b_id
        where days.tenant_id = ${tx.tenantId}
      ) as dated
      group by a_id, b_id, last_day
    ) as sums
    where stored.tenant_id = ${tx.tenantId} and stored.a_id = sums.a_id and stored.b_id = sums.b_id`);
}

/**
 * log2 of the sum of 2^(day / halfLife) over the days with any of the bits, relative to the last
 * day so that it can't overflow; beyond 1,000 doublings power() would raise an underflow instead.
 */
function log2Sum(halfLifeDays: number, bits: number): SQL {
  const age = sql`(day - last_day) / ${halfLifeDays}::float8`;
  const sum = sql`sum(power(2::float8, greatest(${age}, -1000))) filter (where mask & ${bits}::int <> 0)`;
  return sql`coalesce(last_day / ${halfLifeDays}::float8 + ln(${sum}) / ln(2::float8), '-Infinity')`;
}
