import { createHmac } from "node:crypto";
import type { Sql } from "postgres";
import postgres from "postgres";

export interface AppPasswordOption {
  /** Password of the service's role, when it is not to be derived from the owner's. */
  appPassword?: string | undefined;
}

/**
 * The connection string of the service's role, which owns nothing and is bound by row-level
 * security. Its password is derived from the owner's, so that processes agree without a secret more.
 */
export function appUrl(ownerUrl: string, { appPassword }: AppPasswordOption = {}): string {
  const url = parseDatabaseUrl(ownerUrl);
  if (appPassword === undefined && url.password === "") {
    throw new Error(
      `The database URL ${describeUrl(ownerUrl)} has no password to derive that of the role kith_app from. Put the owner's password into the URL, or give a password for kith_app.`,
    );
  }
  const derived = () =>
    createHmac("sha256", decodeURIComponent(url.password)).update("kith_app").digest("base64url");
  url.username = "kith_app";
  url.password = encodeURIComponent(appPassword ?? derived());
  return url.href;
}

export function parseDatabaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new Error(
      "The database URL is not of the form postgres://user:password@host:5432/database.",
    );
  }
  return url;
}

/** The URL without its password, fit for a message. */
export function describeUrl(text: string): string {
  const url = parseDatabaseUrl(text);
  return `postgres://${url.username}@${url.host}${url.pathname}`;
}

/** Creates kith_owner (owns the schema) and kith_app (serves), and lets this session act as the former. */
export async function ensureRoles(sql: Sql, ownerUrl: string, options: AppPasswordOption) {
  const password = decodeURIComponent(new URL(appUrl(ownerUrl, options)).password);
  await createIfMissing(sql, "kith_owner", "create role kith_owner nologin");
  await createIfMissing(
    sql,
    "kith_app",
    `create role kith_app login password ${quoteLiteral(password)}`,
  );
  const [app] = await sql<{ unsafe: boolean }[]>`
    select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
      or exists (select from pg_auth_members where member = pg_roles.oid) as unsafe
    from pg_roles where rolname = 'kith_app'`;
  if (app?.unsafe) {
    throw new Error(
      "The role kith_app exists with rights that would let it pass row-level security (superuser, bypassrls, createrole, createdb, replication or membership in another role). Take them away (alter role kith_app nosuperuser nobypassrls nocreaterole nocreatedb noreplication; revoke its memberships) and migrate again.",
    );
  }
  await ensureMembership(sql);
}

// Not asked by pg_has_role: from PostgreSQL 16 a member may lack the right to `set role`.
async function ensureMembership(sql: Sql) {
  try {
    await sql`set role kith_owner`;
    await sql`reset role`;
  } catch (error) {
    if (!(error instanceof postgres.PostgresError && error.code === "42501")) throw error;
    await sql`grant kith_owner to current_user`;
  }
}

/** An existing kith_app may have an older password (the owner's was changed): makes the derived one valid. */
export async function ensureAppCanLogIn(sql: Sql, ownerUrl: string, options: AppPasswordOption) {
  const url = appUrl(ownerUrl, options);
  if (await canLogIn(url)) return;
  const password = decodeURIComponent(new URL(url).password);
  await sql.unsafe(`alter role kith_app login password ${quoteLiteral(password)}`);
}

async function canLogIn(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, fetch_types: false });
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    // invalid_password, invalid_authorization_specification (not permitted to log in)
    if (error instanceof postgres.PostgresError && /^28/.test(error.code)) return false;
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function createIfMissing(sql: Sql, role: string, statement: string) {
  const found = await sql`select from pg_roles where rolname = ${role}`;
  if (found.length > 0) return;
  try {
    await sql.unsafe(statement);
  } catch (error) {
    if (!(error instanceof postgres.PostgresError)) throw error;
    // Roles belong to the whole cluster: a migration of another database may have made it just now.
    if (error.code === "42710" || error.code === "23505") return;
    if (error.code === "42501") {
      throw new Error(
        `The role of the database URL may not create the role ${role}. Give it CREATEROLE, or have an administrator run: create role kith_owner nologin; create role kith_app login password '…';`,
      );
    }
    throw error;
  }
}

function quoteLiteral(text: string): string {
  if (text.includes("\0")) throw new Error("A password can't contain a NUL character.");
  return text.includes("\\")
    ? `E'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`
    : `'${text.replaceAll("'", "''")}'`;
}
