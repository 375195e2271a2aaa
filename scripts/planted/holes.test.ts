import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import t from "tap";
import { holes } from "./holes.ts";
import { planted } from "./planted.ts";

const inRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

t.test("every hole still fits the sources, and its tests are there", async (t) => {
  for (const hole of holes) {
    const source = readFileSync(inRoot(hole.file), "utf8");
    t.doesNotThrow(() => t.not(planted(hole, source), source), hole.name);
    for (const test of hole.tests) t.ok(existsSync(inRoot(test)), `${hole.name}: ${test}`);
  }
});
