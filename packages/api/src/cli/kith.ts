import { parseArgs } from "node:util";
import { appUrl, createDatabase, type Database, migrate } from "@kith/db";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { toId } from "../http/ids.ts";
import { createTenant } from "../resources/tenant/create-tenant.ts";
import { sealCommand, verifyCommand } from "./audit.ts";
import { developmentDatabaseUrl } from "./development.ts";
import { retentionCommand } from "./retention.ts";
import { exportCommand, importCommand } from "./transfer.ts";

const usage = `Usage:
  pnpm kith tenant create <name> [--test]   a new tenant and its first API key
  pnpm kith tenant export <tenant> --to <file>     all that is the tenant's, as NDJSON
  pnpm kith tenant import <tenant> --from <file>   into a tenant that has nothing yet
  pnpm kith audit verify <tenant> [--head <hash>]   hold the audit entries against their seals
  pnpm kith audit seal <tenant>             seal what is not sealed yet
  pnpm kith retention run <tenant>          delete what is older than the tenant keeps it
  pnpm kith migrate [--distribute]          bring the database up to date (--distribute: over Citus)

The database is DATABASE_URL, or the one of a running \`pnpm start\`.`;

function databaseUrl(): string {
  const url = readConfig().databaseUrl ?? developmentDatabaseUrl();
  if (url) return url;
  throw new Error("No database: set DATABASE_URL, or run `pnpm start` in another terminal.");
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = createDatabase({ url: readConfig().appDatabaseUrl ?? appUrl(databaseUrl()) });
  try {
    await work(database);
  } finally {
    await database.end();
  }
}

/** Connects as who migrates: for what the service has no right to. */
async function withOwner(work: (database: Database) => Promise<void>): Promise<void> {
  const database = createDatabase({ url: databaseUrl(), maxConnections: 1 });
  try {
    await work(database);
  } finally {
    await database.end();
  }
}

async function createTenantCommand(
  database: Database,
  name: string,
  mode: "live" | "test",
): Promise<void> {
  const { tenantId, key } = await createTenant(database, { name, mode }, systemClock.now());
  console.log(`tenant  ${toId("tenant", tenantId)}  (${mode} mode)`);
  console.log(`key     ${key}`);
  console.log("The key is shown this once: keep it secret.");
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      test: { type: "boolean" },
      distribute: { type: "boolean" },
      head: { type: "string" },
      to: { type: "string" },
      from: { type: "string" },
    },
  });
  const [noun, verb, name, ...rest] = positionals;
  if (noun === "tenant" && verb === "create" && name && rest.length === 0) {
    if (name.length > 200) throw new Error("The name may have 200 characters at most.");
    await withDatabase((db) => createTenantCommand(db, name, values.test ? "test" : "live"));
  } else if (noun === "tenant" && verb === "export" && name && values.to && rest.length === 0) {
    const { to } = values;
    await withDatabase((db) => exportCommand(db, name, to));
  } else if (noun === "tenant" && verb === "import" && name && values.from && rest.length === 0) {
    const { from } = values;
    await withDatabase((db) => importCommand(db, name, from, systemClock.now()));
  } else if (noun === "audit" && verb === "seal" && name && rest.length === 0) {
    await withDatabase((db) => sealCommand(db, name, systemClock.now()));
  } else if (noun === "audit" && verb === "verify" && name && rest.length === 0) {
    await withDatabase((db) => verifyCommand(db, name, values.head ?? null));
  } else if (noun === "retention" && verb === "run" && name && rest.length === 0) {
    await withDatabase((service) =>
      withOwner((owner) => retentionCommand({ service, owner }, name, systemClock.now())),
    );
  } else if (noun === "migrate" && verb === undefined) {
    const { applied } = await migrate(databaseUrl(), {
      distribute: values.distribute ?? false,
      onProgress: console.log,
    });
    console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "Already up to date.");
  } else {
    throw new Error(usage);
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
