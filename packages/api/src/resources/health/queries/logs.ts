import { type Instant, type Interaction, type InteractionCategory, MS_PER_DAY } from "@kith/core";
import { epochMs, formatInstant, type TenantTx } from "@kith/db";
import { type SQL, sql } from "drizzle-orm";
import { uuidFloor } from "../../../http/ids.ts";

/** A tie to read: whose it is, and with whom. */
export interface TieEndsRead {
  from: string;
  to: string;
}

type LogRow = {
  tie: number;
  outbound: boolean;
  type: string;
  category: InteractionCategory;
  times: string;
};

/**
 * What happened between the ends of some ties up to a moment, condensed: of each type, direction and
 * day the first and the last. No two stretches of `stretchDays` before the moment are condensed into
 * one, so that what is rebuilt at the start of each is exact. In the order of `ties`; one statement.
 */
export async function readTypedLogs(
  tx: TenantTx,
  ties: readonly TieEndsRead[],
  { until, stretchDays }: { until: Instant; stretchDays: number },
): Promise<Interaction[][]> {
  const logs: Interaction[][] = ties.map(() => []);
  if (ties.length === 0) return logs;
  const froms = sql.param(ties.map(({ from }) => from));
  const tos = sql.param(ties.map(({ to }) => to));
  const oneWay = (from: SQL, to: SQL, outbound: SQL) => sql`
    select type, category, occurred_at, ${outbound} as outbound
    from kith.interactions
    where tenant_id = ${tx.tenantId} and from_id = ${from} and to_id = ${to}
      and id < ${uuidFloor(until + 1)}::uuid and voided_at is null`;
  const [own, other] = [sql`given.from_id`, sql`given.to_id`];
  const seconds = sql`date_part('epoch', ${formatInstant(until)}::timestamptz - occurred_at)`;
  const ms = (time: SQL) => sql`${epochMs(time)}::bigint`;
  const rows = await tx.execute<LogRow>(sql`
    select tie::int, outbound, type, category, string_agg(
      case when first = last then first::text else first || ',' || last end, ',') as times
    from (
      select tie, outbound, type, category,
        ${ms(sql`min(occurred_at)`)} as first, ${ms(sql`max(occurred_at)`)} as last
      from unnest(${froms}::uuid[], ${tos}::uuid[]) with ordinality as given (from_id, to_id, tie)
      cross join lateral (
        ${oneWay(own, other, sql`true`)} union all ${oneWay(other, own, sql`false`)}
      ) as event
      group by tie, outbound, type, category, (occurred_at at time zone 'UTC')::date,
        floor(${seconds} / ${(stretchDays * MS_PER_DAY) / 1000}::float8)
    ) as condensed
    group by tie, outbound, type, category`);
  for (const { tie, outbound, type, category, times } of rows) {
    const ends = ties[tie - 1];
    const log = logs[tie - 1];
    if (!ends || !log) continue;
    const [from, to] = outbound ? [ends.from, ends.to] : [ends.to, ends.from];
    for (const time of times.split(",")) {
      log.push({ type, category, from, to, occurredAt: Number(time) });
    }
  }
  return logs;
}
