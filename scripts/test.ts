/**
 * `pnpm test [file, folder or pattern …] [--seed=… | --seed=new] [--tap-option …]`: every *.test.ts of
 * the repository, or those named, on one throw-away PostgreSQL. The development database is never
 * touched. Properties draw the examples of the seed: a commit passes or fails whenever it is tested;
 * `--seed=new` looks for others.
 */
import { spawn } from "node:child_process";
import { globSync, readFileSync, realpathSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { startThrowAway } from "../db/src/embedded/index.ts";
import { createReport } from "./test-report.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const tapFolder = dirname(fileURLToPath(import.meta.resolve("tap")));
const tap = join(tapFolder, "run.mjs");
const seedProperties = new URL("seed-properties.ts", import.meta.url).href;
const given = process.argv.slice(2).filter((argument) => argument !== "--");

process.chdir(root);
process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});

async function main(): Promise<number> {
  const seed = seedOf(given.find(isSeed));
  const files = findFiles(given.filter((argument) => !argument.startsWith("-")));
  if (files.length === 0) throw new Error("No test file matches: 0 tests were run.");
  if (!isTapBuilt()) {
    console.log("Building tap's test class (once after an installation, about 10 s)");
    const code = await run(["build"], process.env, () => {});
    if (code !== 0) throw new Error("`tap build` failed; run `pnpm exec tap build` to see why.");
  }
  const { DATABASE_URL: _, KITH_DATA_DIR: __, ...env } = process.env;
  const cluster = await startThrowAway({ onProgress: console.log });
  // tap gets the signal as well, and ends: what follows `run` then stops the database.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});
  try {
    const what = files.length === 1 ? "file" : "files";
    console.log(`Running ${files.length} test ${what}, properties with --seed=${seed}`);
    const report = createReport(console.log);
    const options = given.filter((argument) => argument.startsWith("-") && !isSeed(argument));
    const code = await run(
      [
        "run",
        "--reporter=tap",
        "--disable-coverage",
        "--jobs=2",
        "--timeout=240",
        `--node-arg=--import=${seedProperties}`,
        ...options,
        ...files,
      ],
      {
        // Every file loads the same thousand modules: a fifth of the run would go into compiling.
        NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "compiled"),
        ...env,
        KITH_TEST_DATABASE_URL: cluster.ownerUrl,
        KITH_TEST_SEED: String(seed),
      },
      report.line,
    );
    const passed = report.finish();
    return code === 0 && passed ? 0 : code || 1;
  } finally {
    await cluster.stop();
  }
}

function isSeed(argument: string): boolean {
  return argument.startsWith("--seed=");
}

function seedOf(argument: string | undefined): number {
  const text = argument?.slice("--seed=".length) ?? "1";
  const seed = text === "new" ? Date.now() % 2 ** 31 : Number(text);
  if (!Number.isInteger(seed))
    throw new Error(`--seed=${text} is no seed: give a whole number, or new.`);
  return seed;
}

function findFiles(patterns: string[]): string[] {
  const all = patterns.length > 0 ? patterns : ["packages", "db", "examples", "scripts"];
  const files = all.flatMap((pattern) => {
    const isFolder = statSync(pattern, { throwIfNoEntry: false })?.isDirectory();
    const found = globSync(isFolder ? `${pattern}/**/*.test.ts` : pattern, {
      exclude: (path) => /(^|[\\/])(node_modules|dist|\.tap)([\\/]|$)/.test(String(path)),
    });
    if (found.length === 0 && patterns.length > 0)
      throw new Error(`No test file matches ${pattern}.`);
    return found;
  });
  return [...new Set(files)].sort();
}

// Every installation puts back the class with the TypeScript plugin, which fails with TypeScript 7.
function isTapBuilt(): boolean {
  try {
    const built = createRequire(realpathSync(join(tapFolder, "index.js"))).resolve(
      "@tapjs/test/test-built",
    );
    return !readFileSync(built, "utf8").includes("@tapjs/typescript");
  } catch {
    return false;
  }
}

function run(
  args: string[],
  env: NodeJS.ProcessEnv,
  onLine: (line: string) => void,
): Promise<number> {
  const child = spawn(process.execPath, [tap, ...args], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  // A signal to this process alone (not from a terminal) has to reach tap, too.
  const forward = () => child.kill("SIGTERM");
  process.once("SIGTERM", forward);
  process.once("SIGINT", forward);
  createInterface({ input: child.stdout }).on("line", onLine);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      process.off("SIGTERM", forward);
      process.off("SIGINT", forward);
      resolve(code ?? (signal ? 130 : 1));
    });
  });
}
