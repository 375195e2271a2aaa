import postgres, { type Sql } from "postgres";
import { distributeTables } from "./distribute.ts";
import { type Migration, pendingMigrations, readMigrations, rowLevelSecurity } from "./history.ts";
import {
  type AppPasswordOption,
  describeUrl,
  ensureAppCanLogIn,
  ensureRoles,
  parseDatabaseUrl,
} from "./roles.ts";

export interface MigrateOptions extends AppPasswordOption {
  /** Distribute the tables by tenant over the nodes of a Citus cluster. */
  distribute?: boolean;
  onProgress?: (message: string) => void;
  /** For tests of the migration runner itself. */
  migrations?: Migration[];
}

// Any fixed number; a session-level lock, because each migration has a transaction of its own.
const lockId = 4_815_162_342;

/** Brings the database up to date. Safe to be called by several processes at once and on every start. */
export async function migrate(
  ownerUrl: string,
  options: MigrateOptions = {},
): Promise<{ applied: string[] }> {
  parseDatabaseUrl(ownerUrl);
  const sql = postgres(ownerUrl, {
    max: 1,
    connect_timeout: 10,
    idle_timeout: 0,
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: "kith-migrate" },
  });
  try {
    await requireSupportedServer(sql, ownerUrl);
    await takeLock(sql, options);
    return { applied: await migrateLocked(sql, ownerUrl, options) };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function migrateLocked(sql: Sql, ownerUrl: string, options: MigrateOptions) {
  const migrations = options.migrations ?? readMigrations();
  await ensureRoles(sql, ownerUrl, options);
  const known = await sql`select from pg_namespace where nspname = 'kith_meta'`;
  if (known.length === 0) await createSchemas(sql);
  await sql`set role kith_owner`;
  const applied = await sql<{ name: string; checksum: string }[]>`
    select name, checksum from kith_meta.migrations order by name collate "C"`;
  const pending = pendingMigrations(migrations, applied);
  for (const migration of pending) {
    options.onProgress?.(`Migrating the database: ${migration.name}`);
    await apply(sql, migration);
  }
  if (options.distribute) await distributeTables(sql, options.onProgress);
  await sql`reset role`;
  await ensureAppCanLogIn(sql, ownerUrl, options);
  return pending.map((migration) => migration.name);
}

async function apply(sql: Sql, { name, statements, checksum }: Migration) {
  try {
    await sql.begin(async (tx) => {
      await tx.unsafe(statements);
      await tx.unsafe(rowLevelSecurity);
      await tx`insert into kith_meta.migrations (name, checksum) values (${name}, ${checksum})`;
    });
  } catch (error) {
    throw new Error(
      `The migration ${name} failed and was rolled back: ${error instanceof Error ? error.message : error}`,
      { cause: error },
    );
  }
}

/** The list of migrations lives in a schema of its own: it belongs to no tenant. */
async function createSchemas(sql: Sql) {
  try {
    await sql.begin(async (tx) => {
      await tx`create schema if not exists kith authorization kith_owner`;
      await tx`create schema if not exists kith_meta authorization kith_owner`;
      await tx`set local role kith_owner`;
      await tx`revoke all on schema kith, kith_meta from public`;
      await tx`
        create table if not exists kith_meta.migrations (
          name text primary key,
          checksum text not null,
          applied_at timestamptz not null default now()
        )`;
    });
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === "42501") {
      throw new Error(
        `The role of the database URL may not create a schema in this database (${error.message}). Let it own the database, or: grant create on database … to …`,
        { cause: error },
      );
    }
    throw error;
  }
}

async function takeLock(sql: Sql, { onProgress }: MigrateOptions) {
  const [lock] = await sql<
    { held: boolean }[]
  >`select pg_try_advisory_lock(${lockId}::bigint) as held`;
  if (lock?.held) return;
  onProgress?.("Waiting for another process that is migrating the database");
  await sql`select pg_advisory_lock(${lockId}::bigint)`;
}

async function requireSupportedServer(sql: Sql, ownerUrl: string) {
  const [row] = await sql<{ version: number }[]>`
    select current_setting('server_version_num')::int as version`.catch((error: unknown) => {
    throw new Error(connectAdvice(error, ownerUrl), { cause: error });
  });
  if (row && row.version < 150_000) {
    throw new Error(
      `Kith needs PostgreSQL 15 or newer; ${describeUrl(ownerUrl)} is version ${Math.floor(row.version / 10_000)}.`,
    );
  }
}

/** The first query is also the first connection: says what to do about what can go wrong there. */
function connectAdvice(error: unknown, ownerUrl: string): string {
  const { code = "", message = String(error) } = error as { code?: string; message?: string };
  const where = describeUrl(ownerUrl);
  if (code === "28P01" || code === "28000") {
    return `The database ${where} refuses the user or password of DATABASE_URL. Correct it.`;
  }
  if (code === "3D000") return `There is no database ${where}. Create it, or correct DATABASE_URL.`;
  return `The database ${where} can't be reached (${code || message}). Start it or correct DATABASE_URL; without DATABASE_URL, \`pnpm start\` brings a database of its own.`;
}
