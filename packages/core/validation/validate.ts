// pnpm validate [--help-ranking] [--data <folder>] [--scores <folder>] [--set <name> …] [--no-docs]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { dataSetNames, readDataSet } from "./data-set.ts";
import { type HelpRanked, scoreHelpRanking } from "./help-ranking.ts";
import { helpReport, table as helpTable } from "./help-report.ts";
import { plots } from "./plots.ts";
import { report, table } from "./report.ts";
import { type ScoredSet, scoreSet } from "./score-set.ts";

const root = resolve(import.meta.dirname, "../../..");

const { values } = parseArgs({
  options: {
    data: { type: "string", default: process.env.KITH_DATA ?? resolve(root, "../shared/data") },
    scores: { type: "string" },
    set: { type: "string", multiple: true },
    "help-ranking": { type: "boolean", default: false },
    "no-docs": { type: "boolean", default: false },
  },
});

const document = join(root, "docs", "validation.md");
const helpPart = /^## Who will help\n[\s\S]*?(?=^## (?!Who will help))/m;

const helpSection = (): string =>
  existsSync(document) ? (helpPart.exec(readFileSync(document, "utf8"))?.[0] ?? "") : "";

/** Who will help: apart from the rest, and in the same document. */
function validateHelp(): void {
  const ranked: HelpRanked[] = [];
  for (const name of values.set ?? dataSetNames(values.data)) {
    process.stderr.write(`${name} … `);
    const set = scoreHelpRanking(readDataSet(values.data, name));
    ranked.push(set);
    process.stderr.write(`${set.helped.join(", ")} people helped\n`);
  }
  process.stdout.write(`MRR\n\n${helpTable(ranked, "mrr")}\n`);
  process.stdout.write(`Recall at 10\n\n${helpTable(ranked, "recall10")}\n`);
  if (values["no-docs"] || values.set) return;
  const text = readFileSync(document, "utf8");
  const section = helpReport(ranked);
  const whole = helpPart.test(text)
    ? text.replace(helpPart, () => section)
    : text.replace(/^## Limits$/m, () => `${section}## Limits`);
  writeFileSync(document, whole);
  process.stdout.write("Written: the section of docs/validation.md.\n");
}

function main(): void {
  if (values["help-ranking"]) {
    validateHelp();
    return;
  }
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
  // What `--help-ranking` wrote is measured apart and stays.
  writeFileSync(document, report(scored, helpSection()));
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
