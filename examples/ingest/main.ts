import process from "node:process";
import { Kith, KithError } from "@kith/sdk";
import { toInteractions } from "./src/interactions.ts";
import { readOptions, UsageError } from "./src/options.ts";
import { shuffled } from "./src/order.ts";
import { createProgress } from "./src/progress.ts";
import { readRows } from "./src/read-rows.ts";
import { report } from "./src/report.ts";
import { sendAll } from "./src/send.ts";
import { surveyRows } from "./src/survey.ts";

const MOST_LISTED = 20;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.cwd());
  const { file, limit, map, prefix, epochOffset, shuffle } = options;
  const kith = new Kith({ baseUrl: options.url, apiKey: options.key });

  const survey = await surveyRows(readRows(file, limit), map);
  const { sendable, selfRows, faults, activity, lastTs } = survey;
  print(`${file}: ${count(survey.rows)} rows, ${count(activity.size)} people`);

  const inOrder = toInteractions(readRows(file, limit), { map, prefix, epochOffset });
  const interactions = shuffle === null ? inOrder : shuffled(inOrder, shuffle);
  const startedAt = performance.now();
  const progress = createProgress(sendable, process.stderr, () => performance.now());
  const sent = await sendAll(kith.interactions, interactions, options, progress.add);
  progress.end();

  const seconds = (performance.now() - startedAt) / 1000;
  print(
    `${count(sent.created)} created, ${count(sent.duplicates)} duplicates, ${count(sent.rejected.length)} rejected in ${seconds.toFixed(1)} s (${count(Math.round(sendable / seconds))} events/s)`,
  );
  if (selfRows > 0) print(`${count(selfRows)} rows skipped: a person and themselves`);
  list(
    "not sent",
    faults.map(({ line, fault }) => `line ${line}: ${fault}`),
  );
  list(
    "rejected",
    sent.rejected.map(({ line, reason }) => `line ${line}: ${reason}`),
  );
  if (options.report && lastTs !== null) {
    const at = (lastTs + epochOffset) * 1000;
    await report(kith, { activity, prefix, at, epochOffset, now: Date.now() }, print);
  }
  return sent.rejected.length + faults.length > 0 ? 1 : 0;
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const count = (value: number) => value.toLocaleString("en");

function list(what: string, lines: string[]): void {
  if (lines.length === 0) return;
  print(`${count(lines.length)} rows ${what}:`);
  for (const line of lines.slice(0, MOST_LISTED)) print(`  ${line}`);
  if (lines.length > MOST_LISTED) print(`  … and ${count(lines.length - MOST_LISTED)} more`);
}

try {
  process.exitCode = await main();
} catch (error) {
  // What the caller can mend is a sentence; anything else is a fault of this program.
  if (!(error instanceof UsageError || error instanceof KithError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
