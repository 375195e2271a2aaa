import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import postgres from "postgres";
import { findBinaries, rootFolder } from "./binaries.ts";
import { createCluster } from "./create-cluster.ts";
import { commandOf, isAlive, runningPostmaster, stopOrphan } from "./postmaster.ts";
import { isReachable, type ServerUser, serverUser } from "./server-user.ts";
import { startServer } from "./start-server.ts";

export interface EmbeddedOptions {
  /** Made if missing; holds the cluster, its log and the owner's password. */
  dataDir: string;
  /** Default: any free port. */
  port?: number;
  onProgress?: (message: string) => void;
}

export interface Embedded {
  /** Superuser of this cluster, database `kith`. */
  ownerUrl: string;
  /** Where the cluster is; not the folder asked for when root's server user can't reach that. */
  dataDir: string;
  port: number;
  /** Process id of PostgreSQL. */
  pid: number;
  /** Resolves when PostgreSQL has shut down. */
  stop(): Promise<void>;
}

/** Starts the PostgreSQL of a data folder, making the cluster the first time. Listens on 127.0.0.1 only. */
export async function startEmbedded({
  dataDir,
  port,
  onProgress,
}: EmbeddedOptions): Promise<Embedded> {
  const user = serverUser();
  const binaries = findBinaries(user);
  const folder = prepareFolder(resolve(dataDir), user);
  if (folder !== resolve(dataDir)) {
    onProgress?.(`The user postgres can't reach ${dataDir}: the database is in ${folder}`);
  }
  const cluster = join(folder, "cluster");
  const supervisorFile = join(folder, "supervisor.pid");
  await refuseOrClear(cluster, supervisorFile, onProgress);
  const password = ownerPassword(join(folder, "owner-password"), cluster);
  if (!existsSync(join(cluster, "PG_VERSION"))) {
    onProgress?.("Creating an embedded PostgreSQL (once, some seconds)");
    await createCluster(cluster, binaries, user, password);
  }
  onProgress?.("Starting the embedded PostgreSQL");
  const server = await startServer(
    { postgres: binaries.postgres, cluster, log: join(folder, "postgres.log"), ...user },
    {},
    port,
  );
  writeFileSync(supervisorFile, String(server.supervisorPid));
  const ownerUrl = await ensureDatabase(
    `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`,
  ).catch(async (error) => {
    await server.stop();
    throw error;
  });
  return { ownerUrl, dataDir: folder, port: server.port, pid: server.pid, stop: server.stop };
}

function prepareFolder(dataDir: string, user: ServerUser): string {
  const folder = isReachable(dataDir, user)
    ? dataDir
    : join(rootFolder, `data-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`);
  try {
    makeFolder(folder);
    if (!statSync(folder).isDirectory()) throw new Error("it is not a folder");
    writeFileSync(join(folder, "postgres.log"), "", { mode: 0o600, flag: "a" });
    return folder;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The data folder ${folder} can't be used (${reason}). Give this user the right to write there, or set KITH_DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}

/** Parents too. Not mkdir's `recursive`, which never returns where the kernel denies that a parent exists. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o755 });
}

/** A cluster in use is refused; one whose supervisor was killed is shut down and taken over. */
async function refuseOrClear(
  cluster: string,
  supervisorFile: string,
  onProgress?: (message: string) => void,
) {
  const running = runningPostmaster(cluster);
  if (!running) return;
  const supervisor = existsSync(supervisorFile) ? Number(readFileSync(supervisorFile, "utf8")) : 0;
  if (isAlive(supervisor) && commandOf(supervisor).includes("supervisor")) {
    throw new Error(
      `The database in ${cluster} is already in use by another Kith process (PostgreSQL is process ${running.pid}, port ${running.port}). Stop that one, or set KITH_DATA_DIR to another folder.`,
    );
  }
  onProgress?.("Shutting down a PostgreSQL that an earlier run left behind");
  await stopOrphan(running.pid);
}

function ownerPassword(file: string, cluster: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  if (existsSync(cluster)) {
    throw new Error(
      `The file ${file} with the password of the embedded database is missing. Restore it, or delete ${cluster} to begin with an empty database.`,
    );
  }
  const password = randomBytes(24).toString("base64url");
  try {
    writeFileSync(file, `${password}\n`, { mode: 0o600, flag: "wx" });
    return password;
  } catch (error) {
    // Another start of the same folder was quicker: both must go on with one password.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return readFileSync(file, "utf8").trim();
  }
}

async function ensureDatabase(serverUrl: string): Promise<string> {
  const sql = postgres(serverUrl, { max: 1, connect_timeout: 10, fetch_types: false });
  try {
    const found = await sql`select from pg_database where datname = 'kith'`;
    if (found.length === 0) await sql`create database kith`;
  } finally {
    await sql.end({ timeout: 5 });
  }
  return serverUrl.replace(/postgres$/, "kith");
}
