/**
 * `pnpm start`: the service with everything it needs, for trying it and for development.
 * Starts an embedded PostgreSQL unless DATABASE_URL is set, migrates, fills a demo tenant through
 * the SDK, serves, and says how to call it. Ctrl-C stops all of it.
 */
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { appUrl, migrate, startEmbedded } from "../../db/src/index.ts";
import { type Config, readConfig, serve } from "../../packages/api/src/index.ts";
import { announce, writeDevFile } from "./announce.ts";
import { openDemo } from "./demo.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
process.chdir(root);

const stoppers: (() => Promise<void>)[] = [];
let stopping: Promise<void> | null = null;

/** Stops what was started, last first; called once, however often Ctrl-C is pressed. */
function stop(): Promise<void> {
  stopping ??= (async () => {
    for (const stopOne of stoppers.reverse()) await stopOne().catch(console.error);
  })();
  return stopping;
}

/** Fails before the long steps when the port can't be had. */
async function requireFreePort({ host, port }: Config): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") return resolve(); // the server itself will say it better
      reject(
        new Error(
          `Port ${port} is already in use. Stop what listens there, or choose another: PORT=${port + 1} npx -y pnpm@12 start`,
        ),
      );
    });
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
}

async function openDatabase(config: Config): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl;
  const embedded = await startEmbedded({ dataDir: config.dataDir, onProgress: console.log });
  stoppers.push(() => embedded.stop());
  return embedded.ownerUrl;
}

async function main(): Promise<void> {
  const config = readConfig();
  await requireFreePort(config);
  const ownerUrl = await openDatabase(config);
  await migrate(ownerUrl, { onProgress: console.log });
  const databaseUrl = config.appDatabaseUrl ?? appUrl(ownerUrl);
  const server = await serve({ ...config, logLevel: process.env.LOG_LEVEL || "warn" }, databaseUrl);
  stoppers.push(() => server.close());
  const demo = await openDemo({ config, url: server.url, databaseUrl, ownerUrl });
  if (stopping) return;
  const development = { url: server.url, apiKey: demo.apiKey, tenant: demo.tenant };
  writeDevFile(root, { ...development, databaseUrl: ownerUrl });
  announce(development);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!stopping) console.log("\nStopping …");
    void stop().then(() => process.exit(0));
  });
}

await main().catch(async (error: unknown) => {
  if (stopping) return;
  console.error(`\n${error instanceof Error ? error.message : error}`);
  await stop();
  process.exit(1);
});
