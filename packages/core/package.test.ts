import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import t from "tap";

const here = import.meta.dirname;

t.test(
  "packed and installed alone, it runs the README's examples and prints what the README says",
  (t) => {
    const project = mkdtempSync(join(tmpdir(), "kith-core-"));
    t.teardown(() => rmSync(project, { recursive: true, force: true }));
    // The test runner hands its loaders on to every process; a user's commands run without them.
    const run = (command: string, args: string[], cwd: string) =>
      execFileSync("env", ["-u", "NODE_OPTIONS", command, ...args], {
        cwd,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      });

    run("pnpm", ["pack", "--pack-destination", project], here);
    const tarball = readdirSync(project).find((name) => name.endsWith(".tgz")) ?? "";
    // Without dependencies, unpacking is all that an installer does: the test needs no registry.
    const installed = join(project, "node_modules", "@kith", "core");
    mkdirSync(installed, { recursive: true });
    run("tar", ["-xzf", tarball, "--strip-components=1", "-C", installed], project);
    const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    t.notOk(manifest.dependencies, "it needs no other package");

    const readme = readFileSync(join(installed, "README.md"), "utf8");
    const blocks = (language: string) =>
      readme
        .split(`\`\`\`${language}\n`)
        .slice(1)
        .map((rest) => rest.split("```")[0] ?? "");
    const [examples, printed] = [blocks("js"), blocks("text")];
    t.equal(examples.length, 2);
    for (const [index, example] of examples.entries()) {
      writeFileSync(join(project, "example.mjs"), example);
      t.equal(run(process.execPath, ["example.mjs"], project), printed[index]);
    }

    writeFileSync(
      join(project, "types.mts"),
      [
        'import { Network, type TieMeasures } from "@kith/core";',
        'export const tie: TieMeasures = new Network().tie("a", "b", 0);',
        "// @ts-expect-error strength may be null",
        "export const strength: number = tie.strength;",
      ].join("\n"),
    );
    const tsc = join(here, "../../node_modules/.bin/tsc");
    run(tsc, ["--noEmit", "--strict", "--module", "nodenext", "types.mts"], project);
    t.end();
  },
);
