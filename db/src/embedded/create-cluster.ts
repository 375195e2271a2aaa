import { spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { explain } from "./explain.ts";
import { isAlive } from "./postmaster.ts";
import type { ServerUser } from "./server-user.ts";

/**
 * Makes a new cluster. It is built beside its place and moved there when complete, so that an
 * interrupted start leaves nothing half made and two starts at once do not mix.
 */
export async function createCluster(
  cluster: string,
  { initdb }: Binaries,
  user: ServerUser,
  password: string,
): Promise<void> {
  removeAbandoned(cluster);
  const partial = `${cluster}.new-${process.pid}`;
  const passwordFile = `${partial}.password`;
  mkdirSync(partial, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) for (const path of [partial, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const { code, output } = await run(
      initdb,
      initdbArguments(partial, passwordFile),
      user,
      partial,
    );
    if (code !== 0) throw new Error(explain(output, { cluster }));
    moveIntoPlace(partial, cluster);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function moveIntoPlace(partial: string, cluster: string) {
  try {
    renameSync(partial, cluster);
  } catch (error) {
    // Another start of the same folder was quicker; PostgreSQL decides which of the two may run.
    if (!existsSync(join(cluster, "PG_VERSION"))) throw error;
    rmSync(partial, { recursive: true, force: true });
  }
}

// The built-in locale sorts and compares the same on every machine.
function initdbArguments(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-sync",
  ];
}

function run(program: string, args: string[], user: ServerUser, cwd: string) {
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
      ...user,
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: null, output: output + error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

function removeAbandoned(cluster: string) {
  const prefix = `${basename(cluster)}.new-`;
  for (const name of readdirSync(dirname(cluster))) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (pid !== process.pid && isAlive(pid)) continue;
    rmSync(join(dirname(cluster), name), { recursive: true, force: true });
  }
}
