import type { DaysBetween } from "@kith/core";
import type { TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";

type Row = { circle: number; a_id: string; b_id: string; days: string };

/**
 * The days of contact among the people of each of some circles, in the order of `circles`. Whole days
 * up to one, as that is how contact days are kept. One statement.
 */
export async function readDaysBetween(
  tx: TenantTx,
  circles: readonly (readonly string[])[],
  lastDay: string,
): Promise<DaysBetween[][]> {
  const found: DaysBetween[][] = circles.map(() => []);
  const members = circles.flatMap((circle, index) => circle.map((id) => ({ index, id })));
  if (members.length === 0) return found;
  const indexes = sql.param(members.map(({ index }) => index));
  const ids = sql.param(members.map(({ id }) => id));
  const rows = await tx.execute<Row>(sql`
    with member as materialized (
      select circle, id from unnest(${indexes}::int[], ${ids}::uuid[]) as given (circle, id)
    ), pair as materialized (
      select one.circle, a_id, b_id from member as one
      join kith.relationships on tenant_id = ${tx.tenantId} and a_id = one.id
      join member as other on other.circle = one.circle and other.id = b_id
      where log2_weight > '-Infinity'
    )
    select circle, pair.a_id, pair.b_id, day.days from pair
    cross join lateral (
      select string_agg((day - date '1970-01-01')::text, ',') as days from kith.contact_days
      where tenant_id = ${tx.tenantId} and a_id = pair.a_id and b_id = pair.b_id
        and day <= ${lastDay}::date
    ) as day
    where day.days is not null`);
  for (const { circle, a_id: a, b_id: b, days } of rows) {
    found[circle]?.push({ a, b, days: days.split(",").map(Number) });
  }
  return found;
}
