import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createDatabase } from "../../db/src/index.ts";
import { type Config, createTenant } from "../../packages/api/src/index.ts";

interface Demo {
  tenant: string;
  apiKey: string;
  /** The simulation ends here: fixed, so that an interrupted loading goes on where it stopped. */
  until: string;
  loaded: boolean;
}

interface Where {
  config: Config;
  url: string;
  databaseUrl: string;
  ownerUrl: string;
}

/** The demo tenant of this database: made and filled the first time, found again afterwards. */
export async function openDemo(where: Where): Promise<Demo> {
  const file = demoFile(where);
  let demo = readDemo(file);
  if (!demo || !(await works(where.url, demo.apiKey))) {
    demo = await createDemo(where);
    writeDemo(file, demo);
  }
  if (!demo.loaded) {
    console.log("Loading the demo: a simulated alumni association of two years");
    await runLoader(where.url, demo);
    demo = { ...demo, loaded: true };
    writeDemo(file, demo);
  }
  return demo;
}

/** One file for each database, since the keys are of that database. */
function demoFile({ config, ownerUrl }: Where): string {
  const { host, pathname } = new URL(ownerUrl);
  const name = config.databaseUrl === undefined ? "embedded" : `${host}${pathname}`;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 12);
  return join(resolve(config.dataDir), `demo-${hash}.json`);
}

function readDemo(file: string): Demo | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Demo;
  } catch {
    return null;
  }
}

function writeDemo(file: string, demo: Demo): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
}

async function works(url: string, apiKey: string): Promise<boolean> {
  const response = await fetch(`${url}/v1/tenant`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  return response.ok;
}

async function createDemo({ url, databaseUrl }: Where): Promise<Demo> {
  const now = Date.now();
  const database = createDatabase({ url: databaseUrl });
  try {
    const { key } = await createTenant(database, { name: "Demo alumni", mode: "test" }, now);
    const response = await fetch(`${url}/v1/tenant`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const { id } = (await response.json()) as { id: string };
    return { tenant: id, apiKey: key, until: new Date(now).toISOString(), loaded: false };
  } finally {
    await database.end();
  }
}

/** The loader is an example program: it knows the SDK and nothing else of ours. */
function runLoader(url: string, { apiKey, until }: Demo): Promise<void> {
  const loader = spawn(
    process.execPath,
    ["examples/alumni-association/load.ts", "--until", until],
    { env: { ...process.env, KITH_URL: url, KITH_API_KEY: apiKey }, stdio: "inherit" },
  );
  return new Promise((resolve, reject) => {
    loader.once("error", reject);
    loader.once("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new Error("Loading the demo was not finished; the next start goes on with it.")),
    );
  });
}
