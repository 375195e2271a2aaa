/** A stretch of an export: lines of one table. */
export interface Batch {
  table: string;
  /** Of the first of the lines, to tell where something is wrong. */
  lineNumber: number;
  lines: string[];
}

export type Part = { kind: "header"; line: string } | ({ kind: "rows" } & Batch);

const batchRows = 1_000;
const batchCharacters = 4_000_000;

const rowLine = /^\{"table":"([a-z_]{1,63})","row":\{/;

/** The parts of an export, in order; throws where it is not one, or not all of it. */
export async function* readParts(lines: AsyncIterable<string>): AsyncGenerator<Part> {
  let number = 0;
  let batch: Batch | null = null;
  let size = 0;
  let isEnded = false;
  for await (const line of lines) {
    number += 1;
    if (isEnded) throw new Error(`Line ${number}: there is more after the end.`);
    if (number === 1) {
      requireHeader(line);
      yield { kind: "header", line };
      continue;
    }
    const table = rowLine.exec(line)?.[1];
    if (table === undefined) {
      if (line !== `{"end":{"lines":${number}}}`) {
        throw new Error(`Line ${number} is neither a row nor the end after ${number} lines.`);
      }
      isEnded = true;
      continue;
    }
    if (
      batch &&
      (batch.table !== table || batch.lines.length >= batchRows || size > batchCharacters)
    ) {
      yield { kind: "rows", ...batch };
      batch = null;
    }
    batch ??= { table, lineNumber: number, lines: [] };
    if (batch.lines.length === 0) size = 0;
    batch.lines.push(line);
    size += line.length;
  }
  if (!isEnded) throw new Error("The file has no end: the export was cut short. Export again.");
  if (batch) yield { kind: "rows", ...batch };
}

function requireHeader(line: string): void {
  if (/^\{"format":"kith-tenant","version":1,"tenant":\{/.test(line)) return;
  throw new Error("Line 1 does not say that this is a Kith tenant, version 1.");
}
