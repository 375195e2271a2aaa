import { sql } from "drizzle-orm";
import type { TenantTx } from "../connection/index.ts";

export interface ContactDayBits {
  readonly aId: string;
  readonly bId: string;
  /** UTC days since the epoch. */
  readonly day: number;
  readonly mask: number;
}

export interface NewContactDayBits extends ContactDayBits {
  /** The bits of `mask` that were not there before; never 0. */
  readonly added: number;
}

/**
 * Adds bits to the contact days of pairs and answers those days that got a new bit, with `mask` as
 * it is now. What was there already is not answered, so counting the answer counts everything
 * once, under retries and concurrent writers alike.
 */
export async function addContactDays(
  tx: TenantTx,
  days: readonly ContactDayBits[],
): Promise<NewContactDayBits[]> {
  if (days.length === 0) return [];
  const column = <T>(of: (bits: ContactDayBits) => T) => sql.param(days.map(of));
  // In the order of the key: writers that meet on several rows then wait instead of deadlocking.
  const rows = await tx.execute(sql`
    insert into kith.contact_days as stored (tenant_id, a_id, b_id, day, mask, added)
    select ${tx.tenantId}::uuid, a_id, b_id, date '1970-01-01' + day, bit_or(mask), bit_or(mask)
    from unnest(
      ${column(({ aId }) => aId)}::uuid[], ${column(({ bId }) => bId)}::uuid[],
      ${column(({ day }) => day)}::int[], ${column(({ mask }) => mask)}::smallint[]
    ) as given (a_id, b_id, day, mask)
    group by a_id, b_id, day
    order by a_id, b_id, day
    on conflict (tenant_id, a_id, b_id, day) do update
      set added = excluded.mask & ~stored.mask, mask = stored.mask | excluded.mask
      where excluded.mask & ~stored.mask <> 0
    returning a_id as "aId", b_id as "bId", day - date '1970-01-01' as day, mask, added`);
  return rows as unknown as NewContactDayBits[];
}
