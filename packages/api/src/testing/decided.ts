import type { Sql } from "postgres";

/**
 * Waits until all that was written so far is in the feed and can be sealed: transactions of other
 * tests on the same server may hold that up.
 */
export async function decided(sql: Sql): Promise<void> {
  const [now] = await sql<{ xid: string }[]>`select pg_current_xact_id()::text as xid`;
  for (;;) {
    const [row] = await sql<{ isOver: boolean }[]>`
      select pg_snapshot_xmin(pg_current_snapshot()) > ${now?.xid ?? "0"}::xid8 as "isOver"`;
    if (row?.isOver) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
