/** Writes the OpenAPI document to packages/sdk/openapi.json; with --check, says if it is stale. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Database } from "@kith/db";
import { buildApp, readConfig, systemClock } from "../src/index.ts";

const file = new URL("../../sdk/openapi.json", import.meta.url);

// Describing the routes opens no connection, so there needs to be no database.
const database = {} as Database;
const config = { ...readConfig({}), logLevel: "silent" };
const app = await buildApp({ database, clock: systemClock, config });
await app.ready();
const text = `${JSON.stringify(app.swagger(), null, 2)}\n`;
await app.close();

if (!process.argv.includes("--check")) {
  writeFileSync(file, text);
} else if (readFileSync(file, "utf8") !== text) {
  console.error("packages/sdk/openapi.json is stale: run `pnpm generate` and commit the result.");
  process.exitCode = 1;
}
