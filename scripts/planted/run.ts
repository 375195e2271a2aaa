/**
 * `pnpm test:planted [part of a name …]`: plants the holes of `holes.ts` one by one into a copy of
 * the last commit, and says which test catches each. Takes minutes; not part of `pnpm test`.
 */
import { execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startThrowAway } from "../../db/src/embedded/index.ts";
import { type Hole, holes } from "./holes.ts";
import { planted } from "./planted.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const named = process.argv.slice(2).filter((argument) => argument !== "--");
const chosen = holes.filter(
  ({ name }) => named.length === 0 || named.some((part) => name.includes(part)),
);
const longestMs = 1_200_000;

/** The last commit as files, with the installed packages beside it. */
function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), "kith-planted-"));
  const archive = execFileSync("git", ["archive", "HEAD"], { cwd: root, maxBuffer: 2 ** 30 });
  execFileSync("tar", ["-x", "-C", folder], { input: archive });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const part of ["db", "packages/api", "packages/core", "packages/sdk"]) {
    const installed = join(root, part, "node_modules");
    // Links between our own packages are relative: in the copy they lead to the copy.
    if (existsSync(installed)) {
      cpSync(installed, join(folder, part, "node_modules"), {
        recursive: true,
        verbatimSymlinks: true,
      });
    }
  }
  return folder;
}

/** Runs one test file; what failed first, or null when all passed. */
function failureOf(folder: string, test: string, database: string): Promise<string | null> {
  const { DATABASE_URL: _, KITH_DATA_DIR: __, ...env } = process.env;
  const child = spawn(process.execPath, [test], {
    cwd: folder,
    env: { ...env, KITH_TEST_DATABASE_URL: database, TAP_BAIL: "1" },
    stdio: ["ignore", "pipe", "ignore"],
    timeout: longestMs,
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      // Neither caught nor missed: better to be told than to take slowness for a failure.
      if (code === null) return reject(new Error(`${test} did not end in ${longestMs / 1000} s`));
      const first = /^\s*not ok \d+ - (.*?)(?: # time=.*)?$/m.exec(output)?.[1];
      resolve(code === 0 ? null : (first ?? `ended with ${code}`));
    });
  });
}

/** Whether a test passes without a hole: one that does not can catch none. */
const sound = new Map<string, boolean>();
async function isSound(test: string): Promise<boolean> {
  const known = sound.get(test);
  if (known !== undefined) return known;
  const failure = await failureOf(folder, test, cluster.ownerUrl);
  if (failure !== null) console.log(`(fails without a hole: ${test}: ${failure})`);
  sound.set(test, failure === null);
  return failure === null;
}

/** The first test that fails with the hole and passes without it, and how; null for none. */
async function catcherOf(hole: Hole): Promise<string | null> {
  const path = join(folder, hole.file);
  const source = readFileSync(path, "utf8");
  const changed = planted(hole, source);
  for (const test of hole.tests) {
    writeFileSync(path, changed);
    const failure = await failureOf(folder, test, cluster.ownerUrl);
    writeFileSync(path, source);
    if (failure !== null && (await isSound(test))) return `${test}: ${failure.slice(0, 200)}`;
  }
  return null;
}

let caught = 0;
let missed = 0;
const folder = copy();
const cluster = await startThrowAway();
const end = async () => {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
};
try {
  for (const hole of chosen) {
    const by = await catcherOf(hole).catch((error: Error) => {
      console.log(error.message);
      return null;
    });
    if (by === null) missed++;
    else caught++;
    console.log(by === null ? `MISSED ${hole.name}` : `caught ${hole.name}\n       by ${by}`);
  }
} finally {
  await end();
}
console.log(`${caught} caught, ${missed} missed`);
process.exitCode = missed === 0 ? 0 : 1;
