import postgres from "postgres";

/** Statements that the service's role has run so far, by pg_stat_statements. */
export async function statementCalls(ownerUrl: string): Promise<number> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`create extension if not exists pg_stat_statements`;
    const [row] = await sql<{ calls: number }[]>`
      select coalesce(sum(calls), 0)::float8 as calls from pg_stat_statements
      where userid = 'kith_app'::regrole and query !~* '^(begin|set|commit|rollback)'`;
    return row?.calls ?? 0;
  } finally {
    await sql.end();
  }
}
