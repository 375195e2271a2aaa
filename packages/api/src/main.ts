import { appUrl } from "@kith/db";
import { readConfig } from "./config.ts";
import { serve } from "./server.ts";

/** The production process: serves, and stops cleanly when told to. Migrate first: `pnpm kith migrate`. */
async function main(): Promise<void> {
  const config = readConfig();
  if (config.databaseUrl === undefined) {
    throw new Error("DATABASE_URL is not set: give the URL of a PostgreSQL 15 or newer.");
  }
  const server = await serve(config, config.appDatabaseUrl ?? appUrl(config.databaseUrl));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
