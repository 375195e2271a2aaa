import { randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { createDatabase, type Database } from "../connection/index.ts";
import { appUrl } from "../migrate/index.ts";
import { testCluster } from "./cluster.ts";
import { connect, databaseUrl, template } from "./template.ts";

/** A machine that is short of time is no fault of what is tested: tests of limits set their own. */
const patient = {
  slotTimeoutMs: 30_000,
  transactionTimeoutMs: 60_000,
  connectTimeoutMs: 30_000,
} as const;

/** A test, or whatever else ends what it began. */
export interface Teardown {
  teardown(end: () => unknown): void;
}

export interface TestDatabase {
  /** As the service connects: bound by row-level security. */
  url: string;
  /** As an administrator connects. */
  ownerUrl: string;
  /** The door, on `url`; ended with the test. */
  database: Database;
}

/**
 * A fresh, migrated database for this test (file), dropped when it is over. Close what you opened
 * before that: a connection left open fails the test.
 */
export async function testDatabase(t: Teardown): Promise<TestDatabase> {
  const clusterUrl = await testCluster();
  const source = await template(clusterUrl);
  const name = `kith_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await administrate(
    clusterUrl,
    (sql) => sql`create database ${sql(name)} template ${sql(source)}`,
  );
  const ownerUrl = databaseUrl(clusterUrl, name);
  const url = appUrl(ownerUrl);
  const database = createDatabase({ url, ...patient });
  t.teardown(async () => {
    await database.end();
    const leaked = await administrate(clusterUrl, async (sql) => {
      const open = await openConnections(sql, name);
      await sql`drop database ${sql(name)} with (force)`;
      return open;
    });
    // After the end of a test only an error is still heard.
    if (leaked.length > 0) {
      throw new Error(
        `The test left ${leaked.length} connection(s) open to its database; end them in a teardown. Last statements: ${leaked.join(" | ")}`,
      );
    }
  });
  return { url, ownerUrl, database };
}

/** What still stands open, after the moment that PostgreSQL takes to notice a closed connection. */
async function openConnections(sql: Sql, name: string): Promise<string[]> {
  for (let attempt = 1; ; attempt++) {
    const rows = await sql<{ what: string }[]>`
      select usename || ': ' || left(query, 200) as what
      from pg_stat_activity where datname = ${name} and backend_type = 'client backend'`;
    if (rows.length === 0 || attempt === 40) return rows.map(({ what }) => what);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function administrate<T>(clusterUrl: string, fn: (sql: Sql) => PromiseLike<T>): Promise<T> {
  const sql = connect(clusterUrl);
  try {
    return await fn(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
