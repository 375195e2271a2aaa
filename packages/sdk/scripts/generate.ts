/**
 * Writes src/generated from openapi.json. With --check it writes nothing and fails when a file
 * would change, so that the committed client can't drift from the committed document.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { generate, UnsupportedDocument } from "./generator/index.ts";

const root = new URL("../", import.meta.url);
const target = new URL("src/generated/", root);

async function main(isCheck: boolean): Promise<void> {
  const document: unknown = JSON.parse(await readFile(new URL("openapi.json", root), "utf8"));
  const files = await generate(document);
  if (!isCheck) await mkdir(target, { recursive: true });
  const present = await readdir(target).catch(() => []);
  const stale = present.filter((name) => files[name] === undefined);
  for (const [name, text] of Object.entries(files)) {
    const old = await readFile(new URL(name, target), "utf8").catch(() => null);
    if (old === text) continue;
    stale.push(name);
    if (!isCheck) await writeFile(new URL(name, target), text);
  }
  if (isCheck && stale.length > 0) {
    const names = stale.map((name) => `packages/sdk/src/generated/${name}`).join(", ");
    throw new UnsupportedDocument("stale files", `${names}: run \`pnpm generate\` and commit`);
  }
  for (const name of isCheck ? [] : stale.filter((name) => files[name] === undefined)) {
    await rm(new URL(name, target));
  }
}

try {
  await main(process.argv.includes("--check"));
} catch (error) {
  if (!(error instanceof UnsupportedDocument)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
