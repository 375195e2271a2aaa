import type { TenantTx } from "@kith/db";
import { sql } from "drizzle-orm";

/**
 * The transaction up to which everything is decided: whatever is older has ended, so nothing can
 * appear before it any more. A statement of its own, so that on Citus both sides of a comparison
 * with `xid` are numbers of the same node.
 */
export async function decidedUpTo(tx: TenantTx): Promise<string> {
  const [row] = await tx.execute(sql`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`);
  return (row as { xid: string }).xid;
}
