import postgres from "postgres";

/** Leaves the database as autovacuum does soon after a load: with statistics and visibility. */
export async function settle(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`vacuum (analyze)`;
  } finally {
    await sql.end();
  }
}
