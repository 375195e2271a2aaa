// pnpm validate [--data <folder>] [--scores <folder>] [--set <name> …] [--no-docs]
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { dataSetNames, readDataSet } from "./data-set.ts";
import { plots } from "./plots.ts";
import { report, table } from "./report.ts";
import { type ScoredSet, scoreSet } from "./score-set.ts";

const root = resolve(import.meta.dirname, "../../..");

const { values } = parseArgs({
  options: {
    data: { type: "string", default: process.env.KITH_DATA ?? resolve(root, "../shared/data") },
    scores: { type: "string" },
    set: { type: "string", multiple: true },
    "no-docs": { type: "boolean", default: false },
  },
});

function main(): void {
  const scored: ScoredSet[] = [];
  for (const name of values.set ?? dataSetNames(values.data)) {
    process.stderr.write(`${name} … `);
    const set = scoreSet(readDataSet(values.data, name));
    scored.push(set);
    process.stderr.write(`${set.questions} questions\n`);
    if (values.scores) {
      mkdirSync(values.scores, { recursive: true });
      const lines = ["cutoff,u,v,score,lapse", ...set.scores, ""];
      writeFileSync(join(values.scores, `${name}.csv`), lines.join("\n"));
    }
  }
  process.stdout.write(`AUC\n\n${table(scored, "auc")}\n`);
  // A part of the sets is a look, not a validation: it does not replace the published tables.
  if (values["no-docs"] || values.set) return;
  mkdirSync(join(root, "docs", "validation"), { recursive: true });
  writeFileSync(join(root, "docs", "validation.md"), report(scored));
  for (const [file, svg] of Object.entries(plots(scored))) {
    writeFileSync(join(root, "docs", "validation", file), svg);
  }
  process.stdout.write("Written: docs/validation.md and its plots.\n");
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
