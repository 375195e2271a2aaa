import { setTimeout as sleep } from "node:timers/promises";
import type { Server } from "./server.ts";
import type { Lost, SilentProxy } from "./silent-proxy.ts";

export interface Fault {
  readonly name: string;
  /** The workers connect through the proxy instead of straight to the server. */
  readonly proxied?: boolean;
  /** The database is down already when the door is made. */
  readonly startsDown?: boolean;
  /** Does the damage and mends it; resolves when the database should be ready again. */
  inflict(server: Server, proxy: SilentProxy): Promise<void>;
}

async function appBackends(server: Server): Promise<number[]> {
  return server.admin(async (client) => {
    const found = await client.query("select pid from pg_stat_activity where usename = 'kith_app'");
    return found.rows.map((row: { pid: number }) => row.pid);
  });
}

async function silence(proxy: SilentProxy, ms: number, lost: Lost): Promise<void> {
  proxy.goSilent(lost);
  await sleep(ms);
  proxy.recover();
}

export const faults: readonly Fault[] = [
  {
    name: "1 backends terminated, three times",
    async inflict(server) {
      for (let round = 0; round < 3; round++) {
        await server.admin((client) =>
          client.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'kith_app'",
          ),
        );
        await sleep(300);
      }
    },
  },
  {
    name: "2 backend killed -9",
    async inflict(server) {
      const [pid] = await appBackends(server);
      if (pid !== undefined) process.kill(pid, "SIGKILL");
      // The postmaster notices, ends every session and recovers.
      await sleep(50);
    },
  },
  {
    name: "3 fast restart",
    async inflict(server) {
      await server.signal("SIGINT");
      await server.start();
    },
  },
  {
    name: "4 immediate stop, down 3 s",
    async inflict(server) {
      await server.signal("SIGQUIT");
      await sleep(3_000);
      await server.start();
    },
  },
  {
    name: "5 postmaster killed -9, down 1 s",
    async inflict(server) {
      await server.signal("SIGKILL");
      await sleep(1_000);
      await server.start();
    },
  },
  {
    name: "6 started while down, 3 s",
    startsDown: true,
    async inflict(server) {
      await sleep(3_000);
      await server.start();
    },
  },
  {
    name: "7a half-open TCP, 8 s",
    proxied: true,
    inflict: (_server, proxy) => silence(proxy, 8_000, "everything"),
  },
  {
    name: "7b half-open TCP, answers lost, 2 s",
    proxied: true,
    inflict: (_server, proxy) => silence(proxy, 2_000, "answers"),
  },
];
