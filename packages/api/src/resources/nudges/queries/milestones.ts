import type { TenantTx } from "@kith/db";
import { milestones } from "@kith/db";
import { and, eq, sql } from "drizzle-orm";

export type StoredMilestone = Omit<typeof milestones.$inferSelect, "tenantId">;

/** Milestones of some people on some days of the year, given as month * 100 + day. */
export async function readMilestonesOn(
  tx: TenantTx,
  people: readonly string[],
  days: readonly number[],
): Promise<StoredMilestone[]> {
  if (people.length === 0 || days.length === 0) return [];
  return tx
    .select()
    .from(milestones)
    .where(
      and(
        eq(milestones.tenantId, tx.tenantId),
        sql`${milestones.personId} = any(${sql.param([...people])}::uuid[])`,
        sql`${milestones.month} * 100 + ${milestones.day} = any(${sql.param([...days])}::int[])`,
      ),
    );
}
