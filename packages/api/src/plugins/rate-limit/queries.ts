import type { TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";

/** Whose calls are counted. */
export interface Subject {
  kind: "key" | "member" | "tenant";
  id: string;
  /** Calls a minute. */
  quota: number;
}

export interface Grant {
  kind: Subject["kind"];
  id: string;
  granted: number;
  /** Handed out to all processes so far, this grant included. */
  used: number;
}

/**
 * Takes a share of what is left to each subject in this minute. The share is a twentieth, so it
 * shrinks to one call as the end comes near; what is left is handed out once, to whatever process.
 */
export async function takeShares(
  tx: TenantTx,
  subjects: readonly Subject[],
  minute: number,
): Promise<Grant[]> {
  const share = sql`ceil(greatest(excluded.quota - stored.used, 0) / 20.0)::int`;
  const rows = await tx.execute(sql`
    insert into kith.rate_counts as stored (tenant_id, kind, subject_id, minute, quota, used, granted)
    select ${tx.tenantId}::uuid, kind, subject_id, ${minute}::int, quota,
      ceil(quota / 20.0)::int, ceil(quota / 20.0)::int
    from unnest(
      ${sql.param(subjects.map(({ kind }) => kind))}::text[],
      ${sql.param(subjects.map(({ id }) => id))}::uuid[],
      ${sql.param(subjects.map(({ quota }) => quota))}::int[]
    ) as given (kind, subject_id, quota)
    order by kind, subject_id
    on conflict (tenant_id, kind, subject_id) do update set
      minute = greatest(stored.minute, excluded.minute),
      quota = excluded.quota,
      used = case when stored.minute < excluded.minute then excluded.used else stored.used + ${share} end,
      granted = case when stored.minute < excluded.minute then excluded.granted else ${share} end
    returning kind, subject_id as id, granted, used`);
  return rows as unknown as Grant[];
}

/** Forgets how often a member called. */
export async function forgetMember(tx: TenantTx, personId: string): Promise<void> {
  await tx.execute(sql`
    delete from kith.rate_counts
    where tenant_id = ${tx.tenantId}::uuid and kind = 'member' and subject_id = ${personId}::uuid`);
}

/** Forgets minutes that are long over. */
export async function forgetCounts(tx: TenantTx, before: number): Promise<void> {
  await tx.execute(sql`
    delete from kith.rate_counts
    where tenant_id = ${tx.tenantId}::uuid and minute < ${before}::int`);
}
