import { randomBytes } from "node:crypto";
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { findBinaries } from "./binaries.ts";
import { createCluster } from "./create-cluster.ts";
import { commandOf, isAlive, runningPostmaster, stopOrphan } from "./postmaster.ts";
import { serverUser } from "./server-user.ts";
import type { Embedded } from "./start-embedded.ts";
import { startServer } from "./start-server.ts";

const prefix = "kith-throw-away-";

// Nothing here has to survive a crash; and an autovacuum worker would hold up copying a template.
const settings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  autovacuum: "off",
  max_connections: "200",
};

/**
 * A cluster in the temporary folder that ends and is deleted with this process, however the
 * process ends. One left by a killed supervisor is cleared away by the next call.
 */
export async function startThrowAway(
  options: { onProgress?: (message: string) => void; settings?: Record<string, string> } = {},
): Promise<Embedded> {
  await clearAbandoned();
  const user = serverUser();
  const binaries = findBinaries(user);
  const folder = mkdtempSync(join(tmpdir(), prefix));
  // mkdtemp's 0700 would shut out the server's own user; the cluster inside is 0700.
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, "supervisor.pid"), String(process.pid));
  try {
    options.onProgress?.("Creating a throw-away PostgreSQL");
    const cluster = join(folder, "cluster");
    const password = randomBytes(24).toString("base64url");
    await createCluster(cluster, binaries, user, password);
    const server = await startServer(
      {
        postgres: binaries.postgres,
        cluster,
        log: join(folder, "postgres.log"),
        remove: folder,
        ...user,
      },
      { ...settings, ...options.settings },
    );
    writeFileSync(join(folder, "supervisor.pid"), String(server.supervisorPid));
    const ownerUrl = `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`;
    return { ownerUrl, dataDir: folder, port: server.port, pid: server.pid, stop: server.stop };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function clearAbandoned() {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(tmpdir(), name);
    try {
      if (statSync(folder).uid !== userInfo().uid) continue;
      const owner = Number(readFileSync(join(folder, "supervisor.pid"), "utf8"));
      if (isAlive(owner) && /node/.test(commandOf(owner))) continue;
      const running = runningPostmaster(join(folder, "cluster"));
      if (running) await stopOrphan(running.pid);
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's, or being made or removed at this moment.
    }
  }
}
