import type { Instant } from "@kith/core";
import { formatInstant, parseInstant, type TenantTx, uuids } from "@kith/db";
import { type SQL, sql } from "drizzle-orm";
import { uuidFloor } from "../../../http/ids.ts";

interface Span {
  from: Instant;
  until: Instant;
}

/** With whom of some people the log has a gathering in a span, and when the last one was. */
export async function readGatheredWith(
  tx: TenantTx,
  person: string,
  others: readonly string[],
  { from, until }: Span,
): Promise<{ other: string; at: Instant }[]> {
  if (others.length === 0) return [];
  // Joined: as a constant list the planner would weigh each of them.
  const those = sql`unnest(${uuids(others)}) as given (one)`;
  const meetings = (own: SQL, other: SQL) => sql`
    select one as other, occurred_at
    from ${those} join kith.interactions on ${other} = one
    where tenant_id = ${tx.tenantId}::uuid and ${own} = ${person}::uuid
      and id >= ${uuidFloor(from)}::uuid and id < ${uuidFloor(until + 1)}::uuid
      and type = 'gathering' and voided_at is null`;
  const rows = await tx.execute<{ other: string; at: string }>(sql`
    select other, max(occurred_at)::text as at from (
      ${meetings(sql`from_id`, sql`to_id`)} union all ${meetings(sql`to_id`, sql`from_id`)}
    ) as met
    group by other`);
  return rows.map(({ other, at }) => ({ other, at: parseInstant(at) }));
}

/** Who else was at the gatherings that a person was at and that ended in a span. */
export async function readAttendedWith(
  tx: TenantTx,
  person: string,
  { from, until }: Span,
  limit: number,
): Promise<{ gathering: string; other: string; at: Instant }[]> {
  const rows = await tx.execute<{ gathering: string; other: string; at: string }>(sql`
    select gatherings.id as gathering, others.person_id as other, gatherings.ends_at::text as at
    from kith.gathering_attendees as own
    join kith.gatherings on gatherings.tenant_id = own.tenant_id and gatherings.id = own.gathering_id
      and ends_at >= ${formatInstant(from)}::timestamptz
      and ends_at <= ${formatInstant(until)}::timestamptz
    join kith.gathering_attendees as others on others.tenant_id = own.tenant_id
      and others.gathering_id = own.gathering_id and others.person_id <> own.person_id
      and others.response = own.response
    where own.tenant_id = ${tx.tenantId}::uuid and own.person_id = ${person}::uuid
      and own.response = 'attended'
    order by gatherings.ends_at desc, gatherings.id, others.person_id
    limit ${limit}`);
  return rows.map(({ gathering, other, at }) => ({ gathering, other, at: parseInstant(at) }));
}
