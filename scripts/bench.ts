/** `pnpm bench <name> [option …]`: runs packages/<package>/bench/<name>.ts; without a name, lists them. */
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [name, ...options] = process.argv.slice(2).filter((argument) => argument !== "--");
const files = globSync("packages/*/bench/*.ts", { cwd: root });
const file = files.find((path) => basename(path, ".ts") === name);

if (file) {
  const { status } = spawnSync(process.execPath, [join(root, file), ...options], {
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
} else {
  const names = files.map((path) => basename(path, ".ts")).sort();
  console.error(
    `${name ? `There is no benchmark "${name}". ` : ""}Name one of: ${names.join(", ")}`,
  );
  process.exitCode = 1;
}
