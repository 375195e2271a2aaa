/** Paths, links and `pnpm` commands that the documentation names must exist. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
};
const pnpmOwn = new Set(["install", "exec", "dlx", "pack", "add"]);
const roots = ["packages/", "db/", "docs/", "examples/", "scripts/", ".ci/"];

const files = globSync("**/*.md", {
  exclude: (path) => /(^|[\\/])(node_modules|dist|\.tap|\.kith)([\\/]|$)/.test(String(path)),
});
const complaints: string[] = [];

for (const file of files) {
  for (const [index, line] of readFileSync(file, "utf8").split("\n").entries()) {
    const say = (what: string) => complaints.push(`${file}:${index + 1}: ${what}`);
    for (const [, target = ""] of line.matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)[^)]*\)/g)) {
      if (!existsSync(join(dirname(file), target))) say(`the link ${target} leads nowhere`);
    }
    for (const [, text = ""] of line.matchAll(/`([^`\s]+)`/g)) {
      const isPath = roots.some((root) => text.startsWith(root)) && !/[*<>…{}]|NNNN/.test(text);
      if (isPath && !existsSync(normalize(text.replace(/:\d+$/, "")))) say(`${text} is not there`);
    }
    for (const [, name = ""] of line.matchAll(
      /(?:^\s*|`)(?:npx -y )?pnpm(?:@\d+)? ([a-z][\w:-]*)/g,
    )) {
      if (!(name in scripts) && !pnpmOwn.has(name)) say(`there is no command \`pnpm ${name}\``);
    }
  }
}

for (const complaint of complaints) console.error(complaint);
console.log(`${files.length} documents read`);
process.exitCode = complaints.length === 0 ? 0 : 1;
