import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Is a process with this id alive? One of another user counts: it answers EPERM. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The command line of a process, "" when it can't be told. Ids are reused, so an id alone proves nothing. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    try {
      return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
    } catch {
      return "";
    }
  }
}

/** The running PostgreSQL of a cluster, told by its pid file; a stale file is removed. */
export function runningPostmaster(cluster: string): { pid: number; port: number } | undefined {
  const file = join(cluster, "postmaster.pid");
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (isAlive(pid) && commandOf(pid).includes(cluster)) return { pid, port: Number(lines[3]) };
  // After a crash the number may belong to somebody else by now, and PostgreSQL would refuse to start.
  rmSync(file, { force: true });
  return undefined;
}

/** Fast shutdown of a PostgreSQL that nobody looks after any more. */
export async function stopOrphan(pid: number): Promise<void> {
  process.kill(pid, "SIGINT");
  for (let waited = 0; isAlive(pid) && waited < 20_000; waited += 50) await sleep(50);
  if (isAlive(pid)) process.kill(pid, "SIGQUIT");
  for (let waited = 0; isAlive(pid) && waited < 5_000; waited += 50) await sleep(50);
}
