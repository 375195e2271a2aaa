import { fork } from "node:child_process";
import { once } from "node:events";
import { appUrl, createDatabase, migrate, startThrowAway } from "@kith/db";
import { createTenant } from "../../src/index.ts";

// As durable as in production, for both sides of a comparison.
const settings = {
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  wal_level: "replica",
  autovacuum: "on",
  shared_buffers: "256MB",
  max_wal_size: "4GB",
};

export interface Service {
  /** Where the service listens. */
  api: string;
  /** The database as its owner; the service connects as its own role. */
  ownerUrl: string;
  /** Of the service, and of PostgreSQL's first process. */
  pids: { service: number; postgres: number };
  createTenant(name: string, mode: "live" | "test"): Promise<{ tenantId: string; key: string }>;
  stop(): Promise<void>;
}

/** The service in a process of its own over a PostgreSQL that is thrown away by `stop`. */
export async function startService(more: Record<string, string> = {}): Promise<Service> {
  const cluster = await startThrowAway({
    onProgress: console.log,
    settings: { ...settings, ...more },
  });
  try {
    await migrate(cluster.ownerUrl);
    const url = appUrl(cluster.ownerUrl);
    const server = fork(new URL("./serve.ts", import.meta.url), {
      env: { ...process.env, DATABASE_URL: url },
    });
    const died = once(server, "exit").then(([code]) => {
      throw new Error(`The service ended with code ${code} instead of starting.`);
    });
    const [api] = (await Promise.race([once(server, "message"), died])) as [string];
    died.catch(() => {});
    return {
      api,
      ownerUrl: cluster.ownerUrl,
      pids: { service: server.pid ?? 0, postgres: cluster.pid },
      createTenant: async (name, mode) => {
        const database = createDatabase({ url });
        try {
          return await createTenant(database, { name, mode }, Date.now());
        } finally {
          await database.end();
        }
      },
      stop: async () => {
        if (server.connected) server.disconnect();
        await cluster.stop();
      },
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
