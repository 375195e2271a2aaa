/**
 * The parent process of an embedded PostgreSQL. It is detached from the program that wants the
 * database and holds on to it by a pipe only: when the pipe closes (stop, exit, crash, SIGKILL
 * alike) it shuts PostgreSQL down, removes a throw-away cluster and ends.
 *
 * argv: a JSON of SupervisorTask. stdout: one line of JSON, {"pid"} when ready or {"error"}.
 */
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

export interface SupervisorTask {
  postgres: string;
  cluster: string;
  arguments: string[];
  log: string;
  uid?: number;
  gid?: number;
  /** Deleted after the shutdown. */
  remove?: string;
}

const task = JSON.parse(process.argv[2] ?? "") as SupervisorTask;
const log = openSync(task.log, "w", 0o600);
const server = spawn(task.postgres, ["-D", task.cluster, ...task.arguments], {
  cwd: task.cluster,
  env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
  stdio: ["ignore", log, log],
  windowsHide: true,
  ...(task.uid === undefined ? {} : { uid: task.uid }),
  ...(task.gid === undefined ? {} : { gid: task.gid }),
});
closeSync(log);

// Ctrl-C and a shell's hang-up are the program's to handle; it closes the pipe when it is done.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
// Nobody may be listening any more.
process.stdout.on("error", () => {});
process.stdin.on("error", shutDown);
process.stdin.on("end", shutDown);
process.stdin.on("close", shutDown);
process.stdin.resume();

let stopping = false;
function shutDown() {
  if (stopping) return;
  stopping = true;
  server.kill("SIGINT");
  // A fast shutdown waits for a checkpoint; after this long the disk is the problem.
  setTimeout(() => server.kill("SIGQUIT"), 20_000).unref();
  setTimeout(() => server.kill("SIGKILL"), 25_000).unref();
}

function report(message: { pid: number } | { error: string }) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

// The eighth line of postmaster.pid is what pg_ctl waits for, too.
const poll = setInterval(() => {
  const file = join(task.cluster, "postmaster.pid");
  if (!existsSync(file)) return;
  const lines = readFileSync(file, "utf8").split("\n");
  if (Number(lines[0]) !== server.pid || lines[7]?.trim() !== "ready") return;
  clearInterval(poll);
  report({ pid: Number(server.pid) });
}, 15);

server.on("error", (error) => finish(error.message));
server.on("exit", () => finish(readFileSync(task.log, "utf8").slice(-4000)));

function finish(error: string) {
  clearInterval(poll);
  if (!stopping) report({ error });
  if (task.remove) rmSync(task.remove, { recursive: true, force: true, maxRetries: 3 });
  process.exit(stopping ? 0 : 1);
}
