import postgres, { type Sql } from "postgres";
import { migrate, migrationsHash } from "../migrate/index.ts";

// Any fixed number; taken in the database `postgres`, which all test processes share.
const templateLock = 4_815_162_343;

export function connect(url: string): Sql {
  return postgres(url, {
    max: 1,
    connect_timeout: 10,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: "kith-test-administration" },
  });
}

/** The same server and user, another database. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

let ready: Promise<string> | undefined;

/** Name of a database migrated once per cluster and set of migrations, to be copied per test file. */
export function template(clusterUrl: string): Promise<string> {
  ready ??= makeTemplate(clusterUrl);
  return ready;
}

async function makeTemplate(clusterUrl: string): Promise<string> {
  const name = `kith_template_${migrationsHash().slice(0, 16)}`;
  const sql = connect(clusterUrl);
  try {
    await sql`select pg_advisory_lock(${templateLock}::bigint)`;
    const complete = await sql`select from pg_database where datname = ${name} and datistemplate`;
    if (complete.length > 0) return name;
    // One without the mark was left by a run that failed on the way.
    await sql`drop database if exists ${sql(name)} with (force)`;
    await sql`create database ${sql(name)}`;
    await migrate(databaseUrl(clusterUrl, name));
    await sql`alter database ${sql(name)} with is_template true allow_connections false`;
    return name;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
