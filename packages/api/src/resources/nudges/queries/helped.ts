import type { Instant } from "@kith/core";
import { parseInstant, type TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";
import { uuidFloor } from "../../../http/ids.ts";

/** When a person first helped each of some others since a moment of its own; in the order given. */
export async function readFirstHelp(
  tx: TenantTx,
  person: string,
  asked: readonly { other: string; since: Instant }[],
  until: Instant,
): Promise<(Instant | null)[]> {
  if (asked.length === 0) return [];
  const others = sql.param(asked.map(({ other }) => other));
  const floors = sql.param(asked.map(({ since }) => uuidFloor(since)));
  const rows = await tx.execute<{ at: string | null }>(sql`
    select (
      select occurred_at::text from kith.interactions
      where tenant_id = ${tx.tenantId}::uuid and from_id = ${person}::uuid and to_id = given.other
        and category = 'help' and id >= given.floor and id < ${uuidFloor(until + 1)}::uuid
        and voided_at is null
      order by id limit 1) as at
    from unnest(${others}::uuid[], ${floors}::uuid[]) with ordinality as given (other, floor, nth)
    order by nth`);
  return rows.map(({ at }) => (at === null ? null : parseInstant(at)));
}
