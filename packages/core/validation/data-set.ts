import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Interaction } from "../src/index.ts";

/** A time-sorted log of contacts; times in seconds. */
export interface DataSet {
  readonly name: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly seconds: Float64Array;
  readonly cutoffs: readonly number[];
  readonly horizonDays: number;
  readonly questions: readonly Question[];
}

/** A pair to score at a cut-off; with a lapse window, also: will they be silent all that time? */
export interface Question {
  readonly cutoff: number;
  readonly u: string;
  readonly v: string;
  readonly lapseWindowDays: number | null;
}

interface IndexEntry {
  readonly dataset: string;
  readonly cutoffs: number[];
  readonly horizon_days: number;
  readonly seconds_per_day: number;
}

/** The sets that a folder has questions for. */
export function dataSetNames(folder: string): string[] {
  return index(folder).map(({ dataset }) => dataset);
}

/** Reads `<folder>/<name>.csv.gz` and its questions. */
export function readDataSet(folder: string, name: string): DataSet {
  const entry = index(folder).find(({ dataset }) => dataset === name);
  if (!entry) throw new Error(`${folder}/questions/index.json has no set "${name}".`);
  if (entry.seconds_per_day !== 86_400) {
    throw new Error(`${name} has days of ${entry.seconds_per_day} seconds; only 86400 is read.`);
  }
  const from: string[] = [];
  const to: string[] = [];
  const seconds: number[] = [];
  for (const [src, dst, time] of rows(join(folder, `${name}.csv.gz`), "src,dst,unix_ts")) {
    if (src === dst) continue;
    from.push(src as string);
    to.push(dst as string);
    seconds.push(Number(time));
  }
  const file = join(folder, "questions", `${name}.csv.gz`);
  const questions = rows(file, "cutoff,u,v,lapse_window_days").map(([cutoff, u, v, window]) => ({
    cutoff: Number(cutoff),
    u: u as string,
    v: v as string,
    lapseWindowDays: window ? Number(window) : null,
  }));
  return {
    name,
    from,
    to,
    seconds: Float64Array.from(seconds),
    cutoffs: entry.cutoffs,
    horizonDays: entry.horizon_days,
    questions,
  };
}

/** The log as interactions. */
export function* interactionsOf(set: DataSet): Iterable<Interaction> {
  for (const [row, seconds] of set.seconds.entries()) {
    const [from, to] = [set.from[row] as string, set.to[row] as string];
    yield { type: "message", from, to, occurredAt: seconds * 1000 };
  }
}

function index(folder: string): IndexEntry[] {
  const file = join(folder, "questions", "index.json");
  if (!existsSync(file)) {
    throw new Error(
      `There is no ${file}. Give the folder with the data sets: pnpm validate --data <folder>.`,
    );
  }
  return JSON.parse(readFileSync(file, "utf8")) as IndexEntry[];
}

function rows(file: string, header: string): string[][] {
  const [first, ...lines] = gunzipSync(readFileSync(file))
    .toString("utf8")
    .trimEnd()
    .split(/\r?\n/);
  if (!first?.startsWith(header)) {
    throw new Error(`${file} begins with "${first}", but "${header}" is expected.`);
  }
  return lines.map((line) => line.split(","));
}
