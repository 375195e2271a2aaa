import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { UsageError } from "./options.ts";

/** One line of the file; `fault` says why it can't be sent. */
export interface Row {
  line: number;
  src: string;
  dst: string;
  /** Seconds since the epoch. */
  unixTs: number;
  type: string | null;
  fault: string | null;
}

const required = ["src", "dst", "unix_ts"];

/** Line by line, however large the file is. Quoted fields are not part of this format. */
export async function* readRows(file: string, limit: number): AsyncGenerator<Row> {
  let columns: string[] | null = null;
  let line = 0;
  let rows = 0;
  for await (const text of linesOf(file)) {
    line++;
    if (columns === null) {
      columns = text
        .replace(/^\uFEFF/, "")
        .split(",")
        .map((name) => name.trim());
      const missing = required.filter((name) => !columns?.includes(name));
      if (missing.length > 0) {
        throw new UsageError(
          `${file}: the first line must name the columns src,dst,unix_ts[,type]; missing: ${missing.join(", ")}`,
        );
      }
      continue;
    }
    if (text.trim() === "") continue;
    if (rows++ >= limit) return;
    yield toRow(line, columns, text.split(","));
  }
  if (columns === null) throw new UsageError(`${file} is empty`);
}

function toRow(line: number, columns: string[], fields: string[]): Row {
  const field = (name: string) => fields[columns.indexOf(name)]?.trim() ?? "";
  const [src, dst, time] = [field("src"), field("dst"), field("unix_ts")];
  const unixTs = Number(time);
  const faults = [
    fields.length === columns.length ? "" : `has ${fields.length} fields, not ${columns.length}`,
    src === "" ? "src is empty" : "",
    dst === "" ? "dst is empty" : "",
    time !== "" && Number.isFinite(unixTs) ? "" : `unix_ts "${time}" is not a number of seconds`,
  ].filter((fault) => fault !== "");
  const type = columns.includes("type") ? field("type") : null;
  return { line, src, dst, unixTs, type, fault: faults.join("; ") || null };
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file);
  const plain = file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  // pipe() does not pass errors on: without this a missing .gz file would wait for ever.
  bytes.on("error", (error) => plain.destroy(error));
  try {
    yield* createInterface({ input: plain, crlfDelay: Number.POSITIVE_INFINITY });
    if (plain.errored) throw plain.errored;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} can't be read: ${reason}`);
  } finally {
    bytes.destroy();
  }
}
