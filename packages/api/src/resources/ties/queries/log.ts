import { type Instant, type Interaction, MS_PER_DAY, type Pair } from "@kith/core";
import { formatInstant, parseDay, parseInstant, type TenantTx } from "@kith/db";
import { type SQL, sql } from "drizzle-orm";
import { uuidFloor } from "../../../http/ids.ts";

/** Moments at which a history looks, `everyDays` apart from `since` on. */
export interface Steps {
  since: Instant;
  everyDays: number;
}

// One type for each way in which an interaction can be evidence.
const typeOfKind = { contact: "message", help: "advice", conflict: "conflict", repair: "repair" };
type Kind = keyof typeof typeOfKind;

type LogRow = {
  pair: number;
  from_id: string;
  to_id: string;
  kind: Kind;
  first: string;
  last: string;
};

/**
 * The log of some pairs up to a moment, condensed to what it says as evidence: of all interactions
 * of one kind, direction and day the first and the last. Measures of it equal those of the whole
 * log, and its length is bounded by the days of contact, however many messages a day had. With
 * `steps` no two moments of a history are condensed into one. In the order of `pairs`.
 */
export async function readCondensedLogs(
  tx: TenantTx,
  pairs: readonly Pair[],
  until: Instant,
  steps?: Steps,
): Promise<Interaction[][]> {
  const logs: Interaction[][] = pairs.map(() => []);
  if (pairs.length === 0) return logs;
  const [a, b] = [sql.param(pairs.map(({ a }) => a)), sql.param(pairs.map(({ b }) => b))];
  const rows = await tx.execute<LogRow>(sql`
    select pair::int, from_id, to_id, kind, min(occurred_at) as first, max(occurred_at) as last
    from unnest(${a}::uuid[], ${b}::uuid[]) with ordinality as given (a_id, b_id, pair)
    cross join lateral (
      ${oneWay(tx, sql`a_id`, sql`b_id`, until)} union all ${oneWay(tx, sql`b_id`, sql`a_id`, until)}
    ) as event
    group by pair, from_id, to_id, kind, (occurred_at at time zone 'UTC')::date, ${stepOf(steps)}
    order by first`);
  for (const { pair, from_id: from, to_id: to, kind, first, last } of rows) {
    const log = logs[pair - 1];
    const type = typeOfKind[kind];
    log?.push({ type, from, to, occurredAt: parseInstant(first) });
    if (last !== first) log?.push({ type, from, to, occurredAt: parseInstant(last) });
  }
  return logs;
}

// An interaction's id begins with its time: up to a moment is a range of the pair's index.
const oneWay = (tx: TenantTx, from: SQL, to: SQL, until: Instant) => sql`
  select from_id, to_id, occurred_at,
    case when category = 'help' then 'help' when category <> 'friction' then 'contact'
      when type = 'repair' then 'repair' else 'conflict' end as kind
  from kith.interactions
  where tenant_id = ${tx.tenantId} and from_id = ${from} and to_id = ${to}
    and id < ${uuidFloor(until + 1)}::uuid and voided_at is null`;

/** Number of the first step that knows of the interaction. */
function stepOf(steps: Steps | undefined): SQL {
  if (!steps) return sql`1::numeric`;
  const seconds = sql`extract(epoch from occurred_at - ${formatInstant(steps.since)}::timestamptz)`;
  return sql`greatest(0, ceil(${seconds} / ${(steps.everyDays * MS_PER_DAY) / 1000}::numeric))`;
}

/** An interaction that counted as contact on a day. */
export interface DatedInteraction extends Interaction {
  readonly id: string;
}

/**
 * The interactions of a pair's latest contact days up to a moment: of each day and direction the
 * first few, so that a chatty day stays a short answer.
 */
export async function readLatestDays(
  tx: TenantTx,
  { a, b }: Pair,
  { until, days, perDirection }: { until: Instant; days: number; perDirection: number },
): Promise<DatedInteraction[]> {
  // One day more than asked: the last one may have begun before `until` with its contact after.
  const latest = await tx.execute<{ day: string }>(sql`
    select day from kith.contact_days
    where tenant_id = ${tx.tenantId} and a_id = ${a} and b_id = ${b}
      and day <= (${formatInstant(until)}::timestamptz at time zone 'UTC')::date
    order by day desc limit ${days + 1}`);
  const oldest = latest.at(-1);
  if (!oldest) return [];
  const since = uuidFloor(parseDay(oldest.day) * MS_PER_DAY);
  const oneWay = (from: string, to: string) => sql`
    select id, type, category, from_id, to_id, occurred_at from kith.interactions
    where tenant_id = ${tx.tenantId} and from_id = ${from} and to_id = ${to}
      and id >= ${since}::uuid and id < ${uuidFloor(until + 1)}::uuid
      and voided_at is null and category <> 'friction'`;
  const rows = await tx.execute<{
    id: string;
    type: string;
    category: "contact" | "help" | "courtesy";
    from_id: string;
    to_id: string;
    occurred_at: string;
  }>(sql`
    select * from (
      select event.*, row_number() over (
        partition by (occurred_at at time zone 'UTC')::date, from_id order by id) as nth
      from (${oneWay(a, b)} union all ${oneWay(b, a)}) as event
    ) as ranked where nth <= ${perDirection} order by id`);
  return rows.map(({ id, type, category, from_id, to_id, occurred_at }) => ({
    id,
    type,
    category,
    from: from_id,
    to: to_id,
    occurredAt: parseInstant(occurred_at),
  }));
}
