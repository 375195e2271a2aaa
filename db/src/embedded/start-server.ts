import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { explain } from "./explain.ts";
import type { SupervisorTask } from "./supervisor.ts";

const supervisor = fileURLToPath(new URL("supervisor.ts", import.meta.url));

export interface Server {
  pid: number;
  port: number;
  supervisorPid: number;
  stop(): Promise<void>;
}

export async function startServer(
  task: Omit<SupervisorTask, "arguments">,
  settings: Record<string, string>,
  port?: number,
): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort());
    try {
      return await launch({ ...task, arguments: serverArguments(chosen, settings) }, chosen);
    } catch (error) {
      // Between our asking for a free port and PostgreSQL's taking it, another program may have had it.
      const taken = error instanceof Error && /already in use/.test(error.message);
      if (port !== undefined || !taken || attempt === 5) throw error;
    }
  }
}

function serverArguments(port: number, settings: Record<string, string>): string[] {
  const all = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    ...settings,
  };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function launch(task: SupervisorTask, port: number): Promise<Server> {
  const child = spawn(process.execPath, [supervisor, JSON.stringify(task)], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "pipe", "inherit"],
    windowsHide: true,
  });
  const message = await firstLine(child);
  if (!("pid" in message)) {
    child.stdin?.destroy();
    throw new Error(explain(message.error, { cluster: task.cluster, port }));
  }
  const exited = once(child, "exit");
  // The database alone must not keep the program alive; when the program ends, the pipe closes.
  child.unref();
  for (const stream of [child.stdin, child.stdout])
    (stream as unknown as { unref(): void }).unref();
  child.stdin?.on("error", () => {});
  return {
    pid: message.pid,
    port,
    supervisorPid: Number(child.pid),
    async stop() {
      child.ref();
      child.stdin?.end();
      if (child.exitCode === null && child.signalCode === null) await exited;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<{ pid: number } | { error: string }> {
  if (!child.stdout) throw new Error("the supervisor has no output");
  const failed = once(child, "error").then(([error]) => ({ error: String(error) }));
  const ended = once(child, "exit").then(() => ({
    error: "The process that starts PostgreSQL ended early.",
  }));
  const lines = createInterface({ input: child.stdout });
  const line = once(lines, "line").then(([text]) => JSON.parse(text));
  const first = await Promise.race([
    line,
    failed,
    ended.then((result) => Promise.race([line, delay(200, result)])),
  ]);
  lines.close();
  return first;
}

function delay<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, ms, value));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no TCP port was given");
  return address.port;
}
