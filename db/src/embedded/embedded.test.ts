import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import t, { type Test } from "tap";
import { type Embedded, startEmbedded, startThrowAway } from "./index.ts";
import { isAlive } from "./postmaster.ts";

function dataFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), "kith-embedded-test-"));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  // As for a folder that somebody makes by hand: root's server user can pass through it.
  chmodSync(folder, 0o755);
  return join(folder, "data");
}

async function query<T>(url: string, fn: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await fn(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

// One cluster, made by the first test: making one takes most of the time.
const dataDir = dataFolder(t);

/** Another process that starts a database and stays; answers its process ids. */
async function otherProcess(t: Test, start: string) {
  const code = `
    import { startEmbedded, startThrowAway } from ${JSON.stringify(import.meta.resolve("./index.ts"))};
    console.log(JSON.stringify(await ${start}));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  t.teardown(() => child.kill("SIGKILL"));
  const [line] = await once(child.stdout, "data");
  return { child, ...(JSON.parse(String(line)) as Omit<Embedded, "stop">) };
}

async function killed(child: ChildProcess, signal: NodeJS.Signals) {
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
}

async function isGone(pid: number): Promise<boolean> {
  for (let attempt = 0; isAlive(pid) && attempt < 400; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return !isAlive(pid);
}

t.test(
  "keeps its data over a restart, its password to its user, and listens locally only",
  async (t) => {
    const progress: string[] = [];
    const first = await startEmbedded({ dataDir, onProgress: (message) => progress.push(message) });
    t.match(progress[0], /Creating an embedded PostgreSQL/);
    await query(first.ownerUrl, (sql) => sql`create table kept as select 1 as one`);
    t.same(await query(first.ownerUrl, (sql) => sql`show listen_addresses`), [
      { listen_addresses: "127.0.0.1" },
    ]);
    t.equal(statSync(join(dataDir, "owner-password")).mode & 0o777, 0o600);
    t.equal(statSync(join(dataDir, "cluster")).mode & 0o077, 0);
    await t.rejects(
      query(first.ownerUrl.replace(/:[^:@]+@/, ":wrong@"), (sql) => sql`select 1`),
      { code: "28P01" },
      "a password is asked for",
    );
    await first.stop();
    t.equal(isAlive(first.pid), false, "stopped when stop() says so");
    const second = await startEmbedded({ dataDir });
    t.same(await query(second.ownerUrl, (sql) => sql`select one from kept`), [{ one: 1 }]);
    await second.stop();
  },
);

const isRoot = process.getuid?.() === 0;
t.test(
  "as root, a folder that the server's user can't reach is replaced by one that it can",
  {
    skip: isRoot ? false : "not root",
  },
  async (t) => {
    const dataDir = dataFolder(t);
    chmodSync(join(dataDir, ".."), 0o700);
    const progress: string[] = [];
    const database = await startEmbedded({ dataDir, onProgress: (line) => progress.push(line) });
    t.teardown(() => rmSync(database.dataDir, { recursive: true, force: true }));
    t.match(progress[0], database.dataDir, "and says where it is");
    t.same(await query(database.ownerUrl, (sql) => sql`select 1 as one`), [{ one: 1 }]);
    await database.stop();
  },
);

t.test("a folder in use by another process is refused with its process id", async (t) => {
  const other = await otherProcess(t, `startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })`);
  await t.rejects(startEmbedded({ dataDir }), {
    message: new RegExp(
      `already in use by another Kith process \\(PostgreSQL is process ${other.pid}`,
    ),
  });
  t.same(await query(other.ownerUrl, (sql) => sql`select 1 as one`), [{ one: 1 }], "it runs on");
  await killed(other.child, "SIGKILL");
  t.ok(await isGone(other.pid), "PostgreSQL ends with a process that was killed");
});

t.test("a database left by a killed supervisor is taken over by the next start", async (t) => {
  const other = await otherProcess(t, `startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })`);
  process.kill(Number(readFileSync(join(dataDir, "supervisor.pid"), "utf8")), "SIGKILL");
  await killed(other.child, "SIGKILL");
  t.ok(isAlive(other.pid), "the orphan");
  const next = await startEmbedded({ dataDir });
  t.notOk(isAlive(other.pid));
  await next.stop();
});

t.test(
  "starts after a crash, also when the old process id is somebody else's by now",
  async (t) => {
    const { pid, stop } = await startEmbedded({ dataDir });
    const file = join(dataDir, "cluster", "postmaster.pid");
    const stale = readFileSync(file, "utf8");
    process.kill(pid, "SIGKILL");
    await stop();
    t.ok(await isGone(pid));
    writeFileSync(file, stale.replace(/^\d+/, String(process.pid)));
    const next = await startEmbedded({ dataDir });
    t.same(await query(next.ownerUrl, (sql) => sql`select 1 as one`), [{ one: 1 }]);
    await next.stop();
  },
);

t.test("a port that is taken is named", async (t) => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  t.teardown(() => server.close());
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  await t.rejects(startEmbedded({ dataDir, port }), {
    message: new RegExp(`The port ${port} on 127.0.0.1 is already in use`),
  });
});

t.test("a data folder that can't be one is named", async (t) => {
  const dataDir = dataFolder(t);
  writeFileSync(dataDir, "a file");
  await t.rejects(startEmbedded({ dataDir }), { message: /The data folder .* can't be used/ });
});

t.test("a data folder whose password is lost says how to go on", async (t) => {
  rmSync(join(dataDir, "owner-password"));
  await t.rejects(startEmbedded({ dataDir }), { message: /Restore it, or delete .*cluster/ });
});

t.test("a throw-away cluster is gone with its folder, however its process ends", async (t) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGKILL"] as const) {
    const { dataDir: folder, ...other } = await otherProcess(t, "startThrowAway()");
    await killed(other.child, signal);
    t.ok(await isGone(other.pid), signal);
    for (let attempt = 0; existsSync(folder) && attempt < 200; attempt++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    t.notOk(existsSync(folder), `${signal}: folder`);
  }
});

t.test(
  "a throw-away cluster left by a killed supervisor is cleared away by the next",
  async (t) => {
    const { dataDir: folder, ...other } = await otherProcess(t, "startThrowAway()");
    const supervisor = Number(readFileSync(join(folder, "supervisor.pid"), "utf8"));
    process.kill(supervisor, "SIGKILL");
    await killed(other.child, "SIGKILL");
    t.ok(await isGone(supervisor), "a signal is sent before it is felt");
    t.ok(isAlive(other.pid), "the orphan");
    await (await startThrowAway()).stop();
    t.notOk(isAlive(other.pid));
    t.notOk(existsSync(folder));
  },
);
