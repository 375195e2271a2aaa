import { type TenantTx, uuids } from "@kith/db";
import { sql } from "drizzle-orm";
import { uuidFloor } from "../../../http/ids.ts";

/** On how many days one person helped another since a moment. */
export async function countHelpDays(
  tx: TenantTx,
  { from, to, since }: { from: string; to: string; since: number },
): Promise<number> {
  const [row] = await tx.execute<{ days: number }>(sql`
    select count(distinct (occurred_at at time zone 'utc')::date)::int as days
    from kith.interactions
    where tenant_id = ${tx.tenantId}::uuid and from_id = ${from}::uuid and to_id = ${to}::uuid
      and id >= ${uuidFloor(since)}::uuid and category = 'help' and voided_at is null`);
  return row?.days ?? 0;
}

/** Lets one request at a time be made by and of these people. Ingest is not held up by it. */
export async function holdForRequest(tx: TenantTx, ids: readonly string[]): Promise<boolean> {
  const rows = await tx.execute(sql`
    select id from kith.people
    where tenant_id = ${tx.tenantId}::uuid and id = any(${uuids(ids)})
    order by id for no key update`);
  return rows.length === ids.length;
}
