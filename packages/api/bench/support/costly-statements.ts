import postgres from "postgres";

/**
 * Prints the statements of the service's role that took most since the last call, by
 * pg_stat_statements with `track_planning`; and forgets them.
 */
export async function printCostlyStatements(ownerUrl: string, most = 12): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`create extension if not exists pg_stat_statements`;
    const rows = await sql<{ calls: number; plan: number; run: number; query: string }[]>`
      select calls::float8, mean_plan_time as plan, mean_exec_time as run, query
      from pg_stat_statements where userid = 'kith_app'::regrole
      order by total_plan_time + total_exec_time desc limit ${most}`;
    for (const { calls, plan, run, query } of rows) {
      const text = query.replace(/\s+/g, " ").slice(0, 140);
      console.log(
        `  ${String(calls).padStart(6)} x plan ${plan.toFixed(2)} + run ${run.toFixed(2)} ms  ${text}`,
      );
    }
    await sql`select pg_stat_statements_reset()`;
  } finally {
    await sql.end();
  }
}
