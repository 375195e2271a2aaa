/** `pnpm verify`: everything that can be said of the sources without running them, in seconds. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));

interface Step {
  name: string;
  command: string;
  advice: string;
}

const steps: readonly Step[] = [
  { name: "types", command: "pnpm --silent types", advice: "mend the types" },
  { name: "lint", command: "pnpm --silent lint", advice: "run `pnpm format`, mend the rest" },
  {
    name: "openapi fresh",
    command: "node packages/api/scripts/write-openapi.ts --check",
    advice: "run `pnpm generate` and commit the result",
  },
  {
    name: "sdk fresh",
    command: "pnpm --silent --filter @kith/sdk generate --check",
    advice: "run `pnpm generate` and commit the result",
  },
  {
    name: "openapi lint",
    command: "redocly lint packages/sdk/openapi.json --format=stylish",
    advice: "mend the route's spec",
  },
  {
    name: "documentation",
    command: "node scripts/verify/check-docs.ts",
    advice: "name paths, commands and links that exist",
  },
];

/** Output is shown only of what failed, so that the failure is not buried. */
function run({ name, command, advice }: Step): Promise<boolean> {
  const startedAt = performance.now();
  const child = spawn(command, { shell: true, env: { ...process.env, FORCE_COLOR: "0" } });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  return new Promise((resolve) => {
    child.on("close", (code) => {
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      console.log(`${code === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
      if (code !== 0) console.log(`${output.trimEnd()}\n-> ${advice}\n`);
      resolve(code === 0);
    });
  });
}

const waiting = [...steps];
let failed = 0;
async function worker(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    if (!(await run(step))) failed++;
  }
}
await Promise.all([worker(), worker()]);
console.log(`${steps.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
